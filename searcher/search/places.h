#pragma once

#include <cstddef>
#include <vector>

#include "common/database/database.h"
#include "gisa/searcher.h"

namespace gisa {

// Sets where the texts of hits stand in their articles. With `around`, so many passages before and
// behind it are part of a hit's text; hits of one article that then have a passage in common become
// one, the better. `hits` are in the order of their ranks.
void place(Database& database, std::size_t around, std::vector<Hit>& hits);

}  // namespace gisa
