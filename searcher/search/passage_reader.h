#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/database/article_passages.h"
#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/match/compiled_query.h"
#include "searcher/match/glance.h"
#include "searcher/match/plain_words.h"
#include "searcher/rank/scored_passage.h"

namespace gisa {

// Reads the passages that the index proposes, and decides on their text which are hits. Every
// method but the last two throws gisa::Error (timeout) where the query has taken too long.
class PassageReader {
 public:
  // All must outlive the object.
  PassageReader(Database& database, ScoredPassagePool& spare, const CompiledQuery& query,
                const SearchOptions& options);

  void check_time() const;

  // Nothing if the passage is damaged; damaged() has it then.
  std::optional<StoredPassage> stored(Xapian::docid id);

  // The passage without evidence or score; nothing if it is no hit.
  std::unique_ptr<ScoredPassage> hit(Xapian::docid id);

  // The article of a passage that is a hit, not in pieces; else nothing.
  std::optional<Article> article_of_hit(Xapian::docid id);

  // Of the candidates, those that are whole hits without a look at their text; nothing if there are
  // none.
  IndexQuery hits_by_index() {
    const bool any = !options_.explain && options_.leave_out.empty();
    return any ? plain_words_.listed(query_.condition) : IndexQuery();
  }

  // So many that more are to be expected; never where all are to be explained.
  bool has_refused_many() const;

  const std::set<Xapian::docid>& damaged() const { return damaged_; }

  // With SearchOptions::explain: why letters count as a word where they stand, or do not, a line
  // each.
  const std::vector<std::string>& explained() const { return explained_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::optional<StoredPassage> noted(Xapian::docid id, std::optional<StoredPassage> passage);
  std::unique_ptr<ScoredPassage> hit(StoredPassage passage);
  bool is_wanted(const StoredPassage& passage) const;
  bool is_surely_hit(const StoredPassage& passage);
  bool may_be_hit(const StoredPassage& passage);
  bool is_hit(ScoredPassage& ranked);
  void explain_words(const PassageText& passage);

  Database& database_;
  ScoredPassagePool& spare_;
  const CompiledQuery& query_;
  const SearchOptions& options_;
  const PassageSource read_;
  const bool may_have_pieces_;
  PlainWords plain_words_;
  Glance glance_;
  std::size_t refused_ = 0;  // by the folded text
  const Clock::time_point deadline_;
  std::set<Xapian::docid> damaged_;
  std::vector<std::string> explained_;
};

}  // namespace gisa
