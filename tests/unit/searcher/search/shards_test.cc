#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "searcher/outputs/facet_bars.h"
#include "tests/support/news_database.h"

// What a person is told of a result is the same whether the articles lie in one database or in two
// that are searched together.
namespace gisa {
namespace {

// The news in two databases.
const std::vector<std::string>& halves() {
  static const TempFolder folder;
  static const std::vector<std::string> paths = [] {
    std::vector<Article> half[2];
    for (const Article& article : news_articles()) {
      half[(half[0].size() + half[1].size()) % 2].push_back(article);
    }
    std::vector<std::string> databases;
    for (const auto& articles : half) {
      databases.push_back(folder / fmt::format("db{}", databases.size()));
      index_articles(databases.back(), articles);
    }
    return databases;
  }();
  return paths;
}

// Facets and snippets in one text.
std::string told(const Searcher& searcher, const Query& query, const std::string& leave_out = {}) {
  SearchOptions options = all_articles();
  options.facets = {"press", "by", "year", "month", "day"};
  options.leave_out = leave_out;
  const SearchResult result = searcher.search(query, options);
  std::ostringstream out;
  out << result.total << '\n';
  for (const Facet& facet : result.facets) write_facet(out, facet);
  for (const Hit& hit : result.hits) {
    out << hit.article.id << ' ' << hit.snippet.begin << ' ' << hit.snippet.end << '\n';
  }
  return out.str();
}

TEST(Shards, HaveTheSameFacetsAndSnippetsAsOneDatabase) {
  const Searcher whole(news_database());
  const Searcher both(halves());
  for (const char* const typed :
       {"*", "상담", "알리바바 텐센트", "\"무료 상담\" -주가", "샤오미"}) {
    const Query query = parse_query(typed).query;
    EXPECT_EQ(told(both, query), told(whole, query)) << typed;
  }
}

TEST(Shards, HaveTheSameArticlesLikeOne) {
  const Searcher whole(news_database());
  const Searcher both(halves());
  for (const Article& article : news_articles()) {
    const Query query = whole.like(article.id);
    EXPECT_EQ(to_string(both.like(article.id)), to_string(query)) << article.id;
    EXPECT_EQ(told(both, query, article.id), told(whole, query, article.id)) << article.id;
  }
}

// The hits of a page, and what stands in them: passages that one search has read are kept for the
// next, which may join the same databases in another order.
std::string page(const std::vector<std::string>& databases, const char* typed) {
  std::ostringstream out;
  for (const Hit& hit : Searcher(databases).search(typed).hits) {
    out << hit.article.id << ' ' << hit.article.title << '\n' << hit.text << '\n';
  }
  return out.str();
}

TEST(Shards, GiveTheSamePageInAnyOrder) {
  const std::string& first = halves().front();
  const std::string& second = halves().back();
  for (const char* const typed : {"상담", "알리바바 텐센트", "무료 상담"}) {
    const std::string expected = page({news_database()}, typed);
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(page({first, second}, typed), expected) << typed;
    EXPECT_EQ(page({second, first}, typed), expected) << typed;
    EXPECT_EQ(page({first, second}, typed), expected) << typed;
  }
}

TEST(Shards, HaveTheNamesOfBoth) {
  for (const char* const field : {"press", "by"}) {
    EXPECT_EQ(Searcher(halves()).names(field, ""), Searcher(news_database()).names(field, ""));
  }
}

}  // namespace
}  // namespace gisa
