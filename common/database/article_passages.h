#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"

namespace gisa {

struct ArticlePassages {
  std::vector<StoredPassage> sound;    // in their order
  std::vector<Xapian::docid> damaged;  // those that cannot be read
};

// The passages of an article. Throws gisa::Error (input) if no article has that id,
// database_damaged if all of its passages are.
ArticlePassages passages_of(Database& database, const std::string& article_id);

}  // namespace gisa
