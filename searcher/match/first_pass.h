#pragma once

#include <optional>
#include <vector>

#include "common/database/database.h"

namespace gisa {

// A part of a query's row.
struct RowPart {
  Xapian::Query candidates;  // passages that can satisfy it
  Xapian::Query evidence;    // those, and others that score by a piece of it
  double weight;             // of its words together
};

// The candidates of those parts that make up most of the row's weight, scored by all parts: they
// are likely to be the good hits. Nothing if all parts tell.
std::optional<Xapian::Query> first_pass_query(const std::vector<RowPart>& row);

}  // namespace gisa
