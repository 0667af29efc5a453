#pragma once

#include <optional>

#include "searcher/match/compiled_query.h"

namespace gisa {

// A query of the index that matches at least every hit, in pieces or not, by which pairs and lone
// syllables of the words it has. It matches fewer passages than there are candidates, since one
// pair of a word makes a candidate, but takes longer to match. Nothing where no narrower bound is
// known.
std::optional<IndexQuery> bound_of(const CompiledQuery& query);

}  // namespace gisa
