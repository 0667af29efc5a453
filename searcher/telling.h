#pragma once

#include <optional>
#include <vector>

#include "common/database.h"

namespace gisa {

// A part of a query's row and what its words weigh together.
struct RowPart {
  Xapian::Query evidence;
  double weight;
};

// The passages that have one of the parts that make up most of the row's weight: they are likely to
// be the good hits. The other parts add to their score. Nothing if all parts tell.
std::optional<Xapian::Query> with_a_part_that_tells(const std::vector<RowPart>& row);

}  // namespace gisa
