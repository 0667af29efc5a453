#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/match/compiled_query.h"
#include "searcher/match/occurrence.h"
#include "searcher/text/passage_text.h"

namespace gisa {

// Where something stands in a passage.
struct Places {
  std::vector<Occurrence> title;
  std::vector<Occurrence> heading;
  std::vector<Occurrence> body;
};

// One word of the query and where it stands in a passage, and its parts (SearchWord::parts).
struct WordEvidence : Places {
  const SearchWord* word = nullptr;
  std::vector<Places> parts;
};

// What the ranking features look at: a passage that is a hit, and the query's words in it.
struct Evidence {
  const CompiledQuery* query = nullptr;
  const PassageText* passage = nullptr;
  std::vector<WordEvidence> words;        // those that rank, in the order of the query
  std::vector<std::uint32_t> counts;      // of query->terms in title, heading and body together
  std::vector<const Evidence*> siblings;  // other candidates that are passages of the same article
};

// Replaces `evidence`; keeps its room. Its pointers last as long as `query` and `passage`. Siblings
// are left empty.
void collect_evidence(const CompiledQuery& query, const PassageText& passage, Evidence& evidence);

}  // namespace gisa
