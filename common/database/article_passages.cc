#include "common/database/article_passages.h"

#include <fmt/format.h>

#include "common/database/schema.h"
#include "common/text/article_id.h"

namespace gisa {

std::vector<StoredPassage> passages_of(Database& database, const std::string& given) {
  const std::string id = article_id(given);
  const std::string term = schema::exact_term(schema::kArticleId, id);
  const std::vector<Xapian::docid> ids = database.read([&](Xapian::Database& db) {
    return std::vector<Xapian::docid>(db.postlist_begin(term), db.postlist_end(term));
  });
  std::vector<StoredPassage> passages;
  for (const Xapian::docid id : ids) {
    if (!database.is_deleted(id)) passages.push_back(database.passage(id));
  }
  if (passages.empty()) {
    throw Error(ErrorCode::input, fmt::format("no article has the id {}", id),
                "--format tsv shows the ids of what is found");
  }
  return passages;
}

}  // namespace gisa
