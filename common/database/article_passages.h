#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"

namespace gisa {

// The passages of an article, in their order. Throws gisa::Error (input) if no article has that id.
std::vector<StoredPassage> passages_of(Database& database, const std::string& article_id);

}  // namespace gisa
