#include "tests/support/narrowing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/match/compile.h"
#include "searcher/match/condition.h"

namespace gisa {

namespace {

// Those of the passages that `wanted` matches that satisfy the condition of `query`.
std::vector<std::string> satisfying(const CompiledQuery& query, const IndexQuery& wanted,
                                    Database& database) {
  std::vector<std::string> ids;
  database.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(wanted.to_xapian());
    const Xapian::MSet matched = enquire.get_mset(0, db.get_doccount());
    for (auto at = matched.begin(); at != matched.end(); ++at) {
      PassageText text;
      text.assign(database.passage(*at), &database.words());
      if (!holds(query.condition, query, text)) continue;
      ids.push_back(fmt::format("{}#{}", text.stored.article.id, text.stored.number));
    }
    return 0;
  });
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

void expect_nothing_lost(const Query& query, Database& database) {
  const CompiledQuery compiled = compile(query, database);
  if (compiled.candidates.empty()) return;
  EXPECT_EQ(satisfying(compiled, compiled.candidates, database),
            satisfying(compiled, IndexQuery::everything(), database));
}

}  // namespace gisa
