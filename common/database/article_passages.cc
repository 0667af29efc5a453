#include "common/database/article_passages.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <utility>

#include "common/database/schema.h"
#include "common/text/article_id.h"

namespace gisa {

namespace {

// By database, the documents of an article in the order of its text.
std::map<std::size_t, std::vector<Xapian::docid>> documents_of(Database& database,
                                                               const std::string& id) {
  const std::string term = schema::exact_term(schema::kArticleId, id);
  const std::vector<Xapian::docid> all = database.read([&](Xapian::Database& db) {
    return std::vector<Xapian::docid>(db.postlist_begin(term), db.postlist_end(term));
  });
  std::map<std::size_t, std::vector<Xapian::docid>> documents;
  for (const Xapian::docid at : all) {
    if (!database.is_deleted(at)) documents[(at - 1) % database.shards().size()].push_back(at);
  }
  return documents;
}

ArticlePassages read_all(const PassageSource& read, const std::vector<Xapian::docid>& documents,
                         std::size_t last) {
  ArticlePassages passages;
  for (const Xapian::docid at : documents) {
    auto passage = read(at);
    if (!passage) {
      passages.damaged.push_back(at);
      continue;
    }
    if (passage->number > last) break;
    passages.sound.push_back(std::move(*passage));
  }
  return passages;
}

}  // namespace

ArticlePassages passages_of(Database& database, const std::string& given) {
  const std::string id = article_id(given);
  const auto read = [&](Xapian::docid at) { return database.sound_passage(at); };
  bool is_damaged = false;
  for (const auto& [shard, documents] : documents_of(database, id)) {
    ArticlePassages passages = read_all(read, documents, SIZE_MAX);
    if (!passages.sound.empty()) return passages;
    is_damaged = true;
  }
  if (is_damaged) {
    throw Error(ErrorCode::database_damaged, fmt::format("the article {} is damaged", id),
                "gisa-index --check says more");
  }
  throw Error(ErrorCode::input, fmt::format("no article has the id {}", id),
              "the output of a search has the ids, as tsv or JSON");
}

std::vector<ArticlePassages> passages_everywhere(Database& database, const std::string& article_id,
                                                 std::size_t last, const PassageSource& read) {
  std::vector<ArticlePassages> everywhere;
  for (const auto& [shard, documents] : documents_of(database, article_id)) {
    everywhere.push_back(read_all(read, documents, last));
  }
  return everywhere;
}

}  // namespace gisa
