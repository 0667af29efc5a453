#include "common/database/article_passages.h"

#include <fmt/format.h>

#include <utility>

#include "common/database/schema.h"
#include "common/text/article_id.h"

namespace gisa {

ArticlePassages passages_of(Database& database, const std::string& given) {
  const std::string id = article_id(given);
  const std::string term = schema::exact_term(schema::kArticleId, id);
  const std::vector<Xapian::docid> ids = database.read([&](Xapian::Database& db) {
    return std::vector<Xapian::docid>(db.postlist_begin(term), db.postlist_end(term));
  });
  ArticlePassages passages;
  for (const Xapian::docid at : ids) {
    if (database.is_deleted(at)) continue;
    if (auto passage = database.sound_passage(at)) {
      passages.sound.push_back(std::move(*passage));
    } else {
      passages.damaged.push_back(at);
    }
  }
  if (passages.sound.empty() && !passages.damaged.empty()) {
    throw Error(ErrorCode::database_damaged, fmt::format("the article {} is damaged", id),
                "gisa-index --check says more");
  }
  if (passages.sound.empty()) {
    throw Error(ErrorCode::input, fmt::format("no article has the id {}", id),
                "the output of a search has the ids, as tsv or JSON");
  }
  return passages;
}

}  // namespace gisa
