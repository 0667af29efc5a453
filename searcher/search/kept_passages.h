#pragma once

#include <cstddef>

#include "common/database/article_passages.h"
#include "common/database/database.h"

namespace gisa {

// Reads the passages of the database for a search that lists so many hits. Those of a page are kept
// in the process's IndexCache for the searches that follow: the next page, the facets, and a query
// with one word more read many of the same. Those of a long list are not, as it would leave nothing
// else there. The source throws gisa::Error if the database, which must outlive it, cannot be read.
PassageSource passages_for(Database& database, std::size_t hits);

}  // namespace gisa
