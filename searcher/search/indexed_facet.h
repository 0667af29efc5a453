#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/database/database.h"
#include "gisa/facet.h"

namespace gisa {

// The facet of that name over some articles, of each of which a passage is given, by the index
// alone; its values are in no order. Nothing where the index does not tell: a part of the database
// is a server, or a value is too long for a term. Throws gisa::Error (usage) for a facet that does
// not exist, or that the database cannot be read.
std::optional<Facet> indexed_facet(Database& database, const std::string& name,
                                   std::vector<Xapian::docid> passages);

}  // namespace gisa
