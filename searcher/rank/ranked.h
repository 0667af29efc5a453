#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/rank/evidence.h"
#include "searcher/text/passage_text.h"

namespace gisa {

// A passage that is a hit, while hits are ranked.
struct Ranked {
  double score = 0;
  bool in_pieces = false;  // it has no more than half of a word
  PassageText text;
  Evidence evidence;
  std::vector<ScoredFeature> features;

  const std::string& article_id() const { return text.stored.article.id; }
};

// Buffers kept from one search to the next. One thread at a time.
class SpareRanked {
 public:
  // One whose text and evidence are still to be filled in.
  std::unique_ptr<Ranked> take();

  void give_back(std::unique_ptr<Ranked> ranked);

 private:
  std::vector<std::unique_ptr<Ranked>> spare_;
};

}  // namespace gisa
