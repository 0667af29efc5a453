#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gisa {

// A word that stands in the hits of a query more often than in the archive.
struct RelatedWord {
  std::string word;          // folded, without its particle
  std::size_t articles = 0;  // of those that were looked at, the ones that have it beside the query
  double score = 0;          // log-likelihood (Dunning 1993); comparable within one result only
};

struct RelatedWords {
  std::vector<RelatedWord> words;  // the most typical first
  std::size_t articles = 0;        // how many were looked at: the best of those that answer
  bool all = false;                // true if that was all that answer
};

}  // namespace gisa
