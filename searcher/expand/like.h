#pragma once

#include <vector>

#include "common/database/database.h"
#include "gisa/query.h"

namespace gisa {

// The words that are most characteristic of an article, the best first: those that stand often in
// it, most of all in its title, and in few passages of the database, though in some of other
// articles. `passages` are those of the article, one at least.
Query characteristic_words(Database& database, const std::vector<StoredPassage>& passages);

}  // namespace gisa
