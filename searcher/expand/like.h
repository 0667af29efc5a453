#pragma once

#include <string>

#include "common/database/database.h"
#include "gisa/query.h"

namespace gisa {

// The words that tell best what an article is about, the best first: those that stand often in it,
// most of all in its title, and in few passages of the database, though in some of other articles.
// Throws gisa::Error (input) if no article has that id.
Query first_pass_words(Database& database, const std::string& article_id);

}  // namespace gisa
