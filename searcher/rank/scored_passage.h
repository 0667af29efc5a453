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
struct ScoredPassage {
  double score = 0;
  bool in_pieces = false;  // it has no more than half of a word
  PassageText text;
  Evidence evidence;
  std::vector<ScoredFeature> features;

  const std::string& article_id() const { return text.stored.article.id; }
};

// Buffers kept from one search to the next. One thread at a time.
class ScoredPassagePool {
 public:
  // One whose text and evidence are still to be filled in.
  std::unique_ptr<ScoredPassage> take();

  void give_back(std::unique_ptr<ScoredPassage> ranked);

 private:
  std::vector<std::unique_ptr<ScoredPassage>> spare_;
};

}  // namespace gisa
