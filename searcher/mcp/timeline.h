#pragma once

#include <vector>

#include "gisa/facet.h"

namespace gisa::mcp {

// `values` (years, months or days in their order, all of one kind) with those between them that
// have no article.
std::vector<FacetValue> with_empty_times(const std::vector<FacetValue>& values);

}  // namespace gisa::mcp
