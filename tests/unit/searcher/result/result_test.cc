#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tests/support/news_database.h"

// What holds of every result, however its hits are ranked: over enough articles that candidates
// come in several blocks.
namespace gisa {
namespace {

constexpr std::size_t kArticles = 220;

std::vector<Article> many_articles() {
  constexpr std::array<const char*, 5> kTowns = {"수원", "강릉", "여수", "경주", "제주"};
  constexpr std::array<const char*, 7> kGoods = {"쌀",   "배추", "고등어", "바나나",
                                                 "사과", "한우", "딸기"};
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kArticles; ++i) {
    const char* const town = kTowns[i % kTowns.size()];
    const char* const goods = kGoods[i % kGoods.size()];
    Article& article = articles.emplace_back();
    article.id = fmt::format("market-{:03}", i);
    article.title = fmt::format("{} 시장 {} 가격 {}", town, goods, i % 3 == 0 ? "올라" : "내려");
    article.body =
        fmt::format("{} 시장에서 {} 가격이 지난주보다 {}% 움직였다. ", town, goods, i % 9);
    // Longer articles are several passages.
    for (std::size_t line = 0; line < (i % 8 == 0 ? 40u : 0u); ++line) {
      article.body += fmt::format(
          "\n상인 {}명은 {} 값을 두고 시장 한쪽에서 오래 이야기했다. "
          "손님이 줄어 걱정이라는 말이 많았고, 날씨 탓이라는 말도 나왔다.",
          line + 2, goods);
    }
  }
  return articles;
}

const Searcher& searcher() {
  static const TempFolder folder;
  static const Searcher opened = [] {
    index_articles(folder / "db", many_articles());
    return Searcher(folder / "db");
  }();
  return opened;
}

SearchResult search(const std::string& query, const SearchOptions& options = {}) {
  return searcher().search(parse_query(query).query, options);
}

constexpr const char* kQueries[] = {
    "시장 가격", "수원 시장 쌀",      "바나나",        "\"시장 가격\"", "\"배추 가격\"",
    "*",         "시장 -수원",        "-title:내려",   "제주 OR 경주",  "title:한우 가격",
    "고등*",     "\"가격이 지난주\"", "지난주보다 5%", "샤오미"};

// Each hit as article and passage, in order.
std::vector<std::string> keys(const SearchResult& result) {
  std::vector<std::string> out;
  for (const Hit& hit : result.hits) {
    out.push_back(fmt::format("{} {} {}", hit.rank, hit.article.id, hit.text));
  }
  return out;
}

TEST(Result, IsTheSameOnTwoRuns) {
  for (const char* const query : kQueries) {
    const SearchResult one = search(query, all_passages());
    const SearchResult two = search(query, all_passages());
    EXPECT_EQ(keys(one), keys(two)) << query;
    EXPECT_EQ(one.total, two.total) << query;
  }
}

TEST(Result, IsTheSameFromADatabaseBuiltTwice) {
  const TempFolder folder;
  index_articles(folder / "again", many_articles());
  const Searcher again(folder / "again");
  for (const char* const query : kQueries) {
    const SearchResult result = again.search(parse_query(query).query, all_passages());
    EXPECT_EQ(keys(result), keys(search(query, all_passages()))) << query;
  }
}

TEST(Result, NeverRisesInScore) {
  for (const char* const query : kQueries) {
    for (const SearchOptions& options : {all_articles(), all_passages()}) {
      const SearchResult result = search(query, options);
      for (std::size_t i = 1; i < result.hits.size(); ++i) {
        EXPECT_LE(result.hits[i].score, result.hits[i - 1].score) << query << ", hit " << i;
        EXPECT_EQ(result.hits[i].rank, i + 1) << query;
      }
    }
  }
}

TEST(Result, PagesAreSlicesOfOneSequence) {
  for (const char* const query : kQueries) {
    for (const std::size_t per_article : {0, 1}) {
      SearchOptions options = all_articles();
      options.per_article = per_article;
      options.fold = per_article == 1;
      const std::vector<std::string> whole = keys(search(query, options));
      for (const std::size_t size : {33, 150}) {
        std::vector<std::string> pages;
        for (options.offset = 0; options.offset < whole.size() + size; options.offset += size) {
          options.limit = size;
          for (std::string& key : keys(search(query, options))) pages.push_back(std::move(key));
        }
        EXPECT_EQ(pages, whole) << query << ", " << size << " a page";
      }
    }
  }
}

TEST(Result, CountsTheArticlesExactlyWhenAsked) {
  for (const char* const query : kQueries) {
    const SearchResult all = search(query, all_articles());
    EXPECT_TRUE(all.total_exact) << query;
    EXPECT_EQ(all.total, all.hits.size()) << query;
    SearchOptions count;
    count.limit = 0;
    count.exact_total = true;
    const SearchResult counted = search(query, count);
    EXPECT_TRUE(counted.hits.empty()) << query;
    EXPECT_TRUE(counted.total_exact) << query;
    EXPECT_EQ(counted.total, all.hits.size()) << query;
    count.per_article = 0;
    EXPECT_EQ(search(query, count).total, all.hits.size()) << query << ": articles, not passages";
  }
  EXPECT_EQ(search("시장", all_articles()).total, kArticles);
}

// Towns and goods are many, the form of the long articles is one.
TEST(Result, FoldsCopiesOfAStoryWithoutLosingAnArticle) {
  for (const char* const query : kQueries) {
    SearchOptions folded = all_articles();
    folded.fold = true;
    std::vector<std::string> ids;
    for (const Hit& hit : search(query, folded).hits) {
      ids.push_back(hit.article.id);
      for (const Article& copy : hit.copies) ids.push_back(copy.id);
    }
    std::vector<std::string> all;
    for (const Hit& hit : search(query, all_articles()).hits) all.push_back(hit.article.id);
    std::sort(ids.begin(), ids.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(ids, all) << query;
  }
  SearchOptions options;
  options.limit = kArticles;
  EXPECT_LT(search("시장", options).hits.size(), kArticles);
}

TEST(Result, SaysWhetherThereMayBeMoreThanTheTotal) {
  const SearchResult page = search("시장");
  EXPECT_FALSE(page.total_exact);
  EXPECT_GE(page.total, page.hits.size());
  SearchOptions all;
  all.exact_total = true;
  const std::size_t articles = search("시장", all).total;
  EXPECT_LT(page.total, articles);
  SearchOptions ahead;
  ahead.count_ahead = 20;
  const SearchResult some = search("시장", ahead);
  EXPECT_GT(some.total, page.total);
  EXPECT_LT(some.total, articles);
  ahead.count_ahead = 10'000;
  EXPECT_EQ(search("시장", ahead).total, articles);
  EXPECT_TRUE(search("시장", ahead).total_exact);
  EXPECT_TRUE(search("샤오미").total_exact);
  EXPECT_EQ(search("샤오미").total, 0u);
}

TEST(Result, HoldsNoMorePassagesOfAnArticleThanAsked) {
  const std::size_t passages = search("시장", all_passages()).hits.size();
  EXPECT_GT(passages, kArticles) << "there are articles of several passages";
  for (const std::size_t most : {1, 2, 3}) {
    SearchOptions options = all_articles();
    options.per_article = most;
    std::map<std::string, std::size_t> count;
    for (const Hit& hit : search("시장", options).hits) ++count[hit.article.id];
    EXPECT_EQ(count.size(), kArticles);
    std::size_t top = 0;
    for (const auto& [id, of_article] : count) top = std::max(top, of_article);
    EXPECT_EQ(top, most);
  }
}

TEST(Result, HasNoPassageTwice) {
  std::vector<std::string> passages;
  for (const Hit& hit : search("시장", all_passages()).hits) {
    passages.push_back(hit.article.id + hit.text);
  }
  std::sort(passages.begin(), passages.end());
  EXPECT_EQ(std::adjacent_find(passages.begin(), passages.end()), passages.end());
}

TEST(Result, ExplainsEachScoreByItsFeatures) {
  for (const char* const query : kQueries) {
    SearchOptions options;
    options.limit = 150;  // into the second block
    options.explain = true;
    for (const Hit& hit : search(query, options).hits) {
      ASSERT_FALSE(hit.features.empty());
      double sum = 0;
      for (const ScoredFeature& feature : hit.features) {
        EXPECT_FALSE(feature.name.empty());
        EXPECT_TRUE(std::isfinite(feature.value)) << query << " " << feature.name;
        sum += feature.weight * feature.value;
      }
      EXPECT_NEAR(sum, hit.score, 1e-6) << query << ", hit " << hit.rank;
    }
  }
}

// Articles that have the words, or their pairs, more often than the few that answer.
class FarDown : public testing::Test {
 protected:
  static constexpr std::size_t kOthers = 700;
  static constexpr std::size_t kAnswers = 4;

  static const Searcher& searcher() {
    static const TempFolder folder;
    static const Searcher opened = [] {
      std::vector<Article> articles(kOthers + kAnswers);
      for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = fmt::format("economy-{:03}", i);
        articles[i].body =
            i < kOthers ? "정부는 경제를, 경제는 정부를 본다. 정부가 경제를 두고 말했다."
                        : "경제 정부라는 이름은 어느 신문이 붙였다. 이날 낸 자료는 스무 쪽이다.";
      }
      index_articles(folder / "db", articles);
      return Searcher(folder / "db");
    }();
    return opened;
  }

  static SearchResult search(const char* query, std::size_t limit) {
    SearchOptions options;
    options.limit = limit;
    return searcher().search(parse_query(query).query, options);
  }
};

TEST_F(FarDown, APhraseIsFoundBelowAnyNumberOfPassagesThatOnlyHaveItsWords) {
  for (const std::size_t limit : {std::size_t{1}, std::size_t{3}, std::size_t{10}}) {
    EXPECT_EQ(search("\"경제 정부\"", limit).hits.size(), std::min(limit, kAnswers));
  }
}

TEST(Result, ExplainsTheStagesOnlyWhenAsked) {
  SearchOptions options;
  EXPECT_TRUE(search("시장", options).stages.empty());
  EXPECT_TRUE(search("시장", options).hits.at(0).features.empty());
  options.explain = true;
  const SearchResult result = search("수원 -시장", options);
  ASSERT_GE(result.stages.size(), 6u);
  EXPECT_EQ(result.stages[0], "tokens   수원/0-6@0 | 시장/0-6@0");
  EXPECT_EQ(result.stages[1], "query    (best 수원 (exclude 시장))");
  EXPECT_EQ(result.stages[2], "hit      (best ?수원 (exclude 시장))");
  EXPECT_EQ(result.stages[3].substr(0, 9), "match    ");
  EXPECT_EQ(result.stages[4].substr(0, 16), "weight   수원 ");
  EXPECT_EQ(result.stages[5].substr(0, 19), "word     수원 in ");
}

TEST(Result, IsNotChangedByExplaining) {
  for (const char* const query : kQueries) {
    SearchOptions options = all_articles();
    const std::vector<std::string> plain = keys(search(query, options));
    options.explain = true;
    EXPECT_EQ(keys(search(query, options)), plain) << query;
  }
}

TEST(Result, ScoresAreFiniteAndNotNegative) {
  for (const char* const query : kQueries) {
    for (const Hit& hit : search(query, all_passages()).hits) {
      EXPECT_TRUE(std::isfinite(hit.score) && hit.score >= 0) << query;
    }
  }
}

}  // namespace
}  // namespace gisa
