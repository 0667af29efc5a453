#pragma once

#include <optional>

#include "searcher/match/compiled_query.h"

namespace gisa {

// At least every passage that is a hit, in pieces or not, by what the index has of the words'
// letters: fewer than the candidates, which any pair of a word makes, but dearer to find. Nothing
// where no such bound is known, or none that is narrower.
std::optional<IndexQuery> bound_of(const CompiledQuery& query);

}  // namespace gisa
