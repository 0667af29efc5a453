#pragma once

#include <string>
#include <vector>

#include "searcher/match/compiled_query.h"

namespace gisa {

// What becomes of a query, a line a stage, for SearchResult::stages: its tokens, the query as it
// was parsed, what makes a passage a hit, what is asked of the index, what each word weighs, and
// what else it is looked for as.
std::vector<std::string> stages_of(const Query& query, const CompiledQuery& compiled);

}  // namespace gisa
