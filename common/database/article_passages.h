#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/database/database.h"

namespace gisa {

struct ArticlePassages {
  std::vector<StoredPassage> sound;    // in their order
  std::vector<Xapian::docid> damaged;  // those that cannot be read
};

// The passages of an article; of one that several databases have, those of the first. Throws
// gisa::Error (input) if no article has that id, database_damaged if all of its passages are.
ArticlePassages passages_of(Database& database, const std::string& article_id);

// Reads a passage back; nothing if it is damaged.
using PassageSource = std::function<std::optional<StoredPassage>(Xapian::docid)>;

// The same in each of the databases that have it, as far as the passage numbered `last`, each read
// by `read`; none if no article has that id.
std::vector<ArticlePassages> passages_everywhere(Database& database, const std::string& article_id,
                                                 std::size_t last, const PassageSource& read);

}  // namespace gisa
