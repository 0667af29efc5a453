#pragma once

#include <cstddef>
#include <vector>

#include "searcher/compile.h"
#include "searcher/occurrence.h"
#include "searcher/passage_text.h"

namespace gisa {

// One word of the query and where it stands in a passage.
struct WordEvidence {
  const SearchWord* word = nullptr;
  std::vector<Occurrence> title;
  std::vector<Occurrence> heading;
  std::vector<Occurrence> body;
};

// What the ranking features look at: a passage that is a hit, and the query's words in it.
struct Evidence {
  const PassageText* passage = nullptr;
  double match_score = 0;                 // of the match in the index, BM25
  std::vector<WordEvidence> words;        // those that rank, in the order of the query
  std::vector<const Evidence*> siblings;  // other candidates that are passages of the same article
};

// The pointers in the result last as long as `query` and `passage`. Siblings are left empty.
Evidence collect_evidence(const CompiledQuery& query, const PassageText& passage,
                          double match_score);

}  // namespace gisa
