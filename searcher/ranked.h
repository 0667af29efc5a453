#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/passage_text.h"
#include "searcher/rank/evidence.h"

namespace gisa {

// A passage that is a hit, while hits are ranked.
struct Ranked {
  double score = 0;
  PassageText text;
  Evidence evidence;
  std::vector<ScoredFeature> features;

  const std::string& article_id() const { return text.stored.article.id; }
};

// Buffers kept from one search to the next.
using Spare = std::vector<std::unique_ptr<Ranked>>;

}  // namespace gisa
