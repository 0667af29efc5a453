#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/rank/recency.h"
#include "searcher/rank/scored_passage.h"

namespace gisa {

// What age costs the hits of one search, by SearchOptions::half_life. One thread at a time.
class Ageing {
 public:
  using Block = std::vector<std::unique_ptr<ScoredPassage>>;

  // Both must outlive the object.
  Ageing(Database& database, const SearchOptions& options);

  // Whether a reader asked that age count.
  bool is_asked() const { return options_.half_life.value_or(0) > 0; }

  // Takes what age costs from the scores of `block`, the best first; false if it costs nothing.
  // Where nobody asked, it costs something if the best hits of the first block lie evenly over
  // time.
  bool lower_scores(Block& block);

 private:
  void look_at(const Block& first);

  Database& database_;
  const SearchOptions& options_;
  bool may_count_ = false;          // until the first block was looked at
  std::optional<Recency> recency_;  // if age counts
};

}  // namespace gisa
