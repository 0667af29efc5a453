#pragma once

#include <optional>
#include <vector>

#include "searcher/postings/index_query.h"

namespace gisa {

// A part of a query's row.
struct RowPart {
  IndexQuery candidates;  // passages that can satisfy it
  IndexQuery evidence;    // those, and others that score by a piece of it
  double weight;          // of its words together
};

// The query of the first pass: matches passages with at least one of the heaviest parts, which
// together carry 80 % of the row's weight; all parts score. nullopt if those are all parts.
std::optional<IndexQuery> first_pass_query(const std::vector<RowPart>& row);

}  // namespace gisa
