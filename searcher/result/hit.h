#pragma once

#include <cstddef>
#include <optional>

#include "gisa/searcher.h"
#include "searcher/match/compiled_query.h"
#include "searcher/rank/scored_passage.h"

namespace gisa {

// The hit that a ranked passage is, with its marks and its snippet; `context` as in SearchOptions.
// Moves the passage's strings out of `ranked`. Hit::place and Hit::copies are left empty.
Hit take_hit(ScoredPassage& ranked, std::size_t rank, const CompiledQuery& query,
             std::optional<std::size_t> context);

}  // namespace gisa
