#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "searcher/rank/recency.h"
#include "tests/support/news_database.h"

// Hits in order of date, and age among what ranks.
namespace gisa {
namespace {

Article article(int number, std::string date) {
  const std::string name = std::to_string(number);
  return {"a" + name,
          "시장 소식 " + name,
          "시장 상인들이 모였다. 번호는 " + name + "번이다.",
          std::move(date),
          "한빛경제",
          "",
          ""};
}

// 60 articles: twelve of one day, others a day apart, some dated to the month or the year, ten
// without a date.
std::vector<Article> articles() {
  std::vector<Article> out;
  for (int i = 0; i < 60; ++i) {
    std::string date = "2020-03-" + std::to_string(10 + i % 20);
    if (i < 12) date = "2020-02-03";
    if (i >= 50) date = "";
    if (i == 20) date = "2020-03";
    if (i == 21) date = "2019";
    if (i == 22) date = "2020-03-12T09:30";
    out.push_back(article(i, date));
  }
  return out;
}

const std::string& database() {
  static const TempFolder folder;
  static const std::string path = [] {
    index_articles(folder / "db", articles());
    return folder / "db";
  }();
  return path;
}

SearchResult search(const std::string& query, const SearchOptions& options) {
  static const Searcher searcher(database());
  return searcher.search(parse_query(query).query, options);
}

std::vector<std::string> dates(const SearchResult& result) {
  std::vector<std::string> out;
  for (const Hit& hit : result.hits) out.push_back(hit.article.date);
  return out;
}

SearchOptions sorted(Sort sort) {
  SearchOptions options = all_articles();
  options.sort = sort;
  return options;
}

TEST(Sort, PutsEveryHitInTheOrderOfItsDate) {
  for (const Sort sort : {Sort::newest, Sort::oldest}) {
    for (const char* const query :
         {"시장", "*", "시장 번호", "\"시장 상인\"", "-없는말", "시장*"}) {
      SCOPED_TRACE(query);
      const SearchResult result = search(query, sorted(sort));
      const std::vector<std::string> found = dates(result);
      EXPECT_EQ(found.size(), 60u);
      EXPECT_EQ(result.total, 60u);
      EXPECT_TRUE(result.total_exact);
      const auto undated = std::find(found.begin(), found.end(), "");
      EXPECT_EQ(std::count(undated, found.end(), ""), 10) << "those without a date come last";
      const bool in_order = sort == Sort::newest
                                ? std::is_sorted(found.begin(), undated, std::greater<>())
                                : std::is_sorted(found.begin(), undated);
      EXPECT_TRUE(in_order);
    }
  }
}

TEST(Sort, FindsWhatIsFoundByRelevance) {
  for (const char* const query : {"시장", "12", "date:2020-03 시장", "title:소식 -13"}) {
    SCOPED_TRACE(query);
    std::vector<std::string> by_relevance = ids(search(query, all_articles()));
    std::sort(by_relevance.begin(), by_relevance.end());
    for (const Sort sort : {Sort::newest, Sort::oldest}) {
      std::vector<std::string> by_date = ids(search(query, sorted(sort)));
      std::sort(by_date.begin(), by_date.end());
      EXPECT_EQ(by_date, by_relevance);
      SearchOptions counting = sorted(sort);
      counting.limit = 0;
      counting.exact_total = true;
      EXPECT_EQ(search(query, counting).total, by_relevance.size());
    }
  }
}

TEST(Sort, PagesFitTogether) {
  for (const Sort sort : {Sort::newest, Sort::oldest}) {
    const std::vector<std::string> whole = ids(search("시장", sorted(sort)));
    for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{13}}) {
      std::vector<std::string> pages;
      for (std::size_t offset = 0; offset < whole.size() + size; offset += size) {
        SearchOptions options = sorted(sort);
        options.limit = size;
        options.offset = offset;
        for (const std::string& id : ids(search("시장", options))) pages.push_back(id);
      }
      EXPECT_EQ(pages, whole) << size;
    }
  }
}

TEST(Sort, ShowsTheBestPassageOfAnArticleOnce) {
  SearchOptions options = sorted(Sort::newest);
  const std::vector<std::string> found = ids(search_news("알리바바", options));
  EXPECT_EQ(found, (std::vector<std::string>{"giants", "alibaba"}));
  EXPECT_EQ(search_news("알리바바", options).hits.at(0).heading, "◆ 알리바바");
}

TEST(Recency, KeepsHalfOfAScoreHoweverOld) {
  const Recency recency(30, 0.5, "2020-03-31");
  EXPECT_DOUBLE_EQ(recency.kept("2020-03-31"), 1);
  EXPECT_DOUBLE_EQ(recency.kept("2020-03-01T12:00"), 0.75);
  EXPECT_DOUBLE_EQ(recency.kept("2020-01-31"), 0.5 + 0.5 / 4);
  EXPECT_NEAR(recency.kept("1990-01-01"), 0.5, 1e-9);
  EXPECT_DOUBLE_EQ(recency.kept(""), 0.5) << "no date";
  EXPECT_DOUBLE_EQ(recency.kept("2020-04-30"), 1) << "of tomorrow";
  EXPECT_DOUBLE_EQ(recency.kept("2020-03"), recency.kept("2020-03-01")) << "as old as it may be";
}

TEST(Recency, KeepsAllButWhatItMayLose) {
  const Recency recency(30, 0.2, "2020-03-31");
  EXPECT_DOUBLE_EQ(recency.kept("2020-03-31"), 1);
  EXPECT_DOUBLE_EQ(recency.kept("2020-03-01"), 0.9);
  EXPECT_NEAR(recency.kept("1990-01-01"), 0.8, 1e-9);
}

TEST(Recency, TakesUndatedArticlesForAverageOnes) {
  Recency recency(30, 0.4, "2020-03-31");
  recency.take_undated_as(std::vector<DatedScore>{{1, "2020-03-31"}, {1, "2020-03-01"}, {1, ""}});
  EXPECT_DOUBLE_EQ(recency.kept(""), 0.9);
  recency.take_undated_as(std::vector<DatedScore>{{1, ""}});
  EXPECT_DOUBLE_EQ(recency.kept(""), 0.9) << "nothing to go by";
}

TEST(SpreadOverTime, IsNothingWhereTheHitsAreOfOneMonth) {
  const std::pair<std::vector<DatedScore>, double> table[] = {
      {{}, 0},
      {{{1, "2020-02-03"}}, 0},
      {{{1, ""}, {1, ""}}, 0},
      {{{1, "2020-02-03"}, {1, "2020-03-03T12:00"}}, 0},            // thirty days
      {{{1, "2020-02-03"}, {1, "2020-03-04"}}, 0},                  // half of them in thirty days
      {{{1, "2020-01"}, {1, "2020-04"}, {1, "2020-08"}}, 1.0 / 3},  // a third
      {{{1, "2018"}, {1, "2019"}, {1, "2020"}, {1, "2021"}}, 0.5},  // a quarter
      {{{1, "2018"}, {1, "2019"}, {1, "2020"}, {1, ""}}, 1.0 / 3},  // of those with a date
      {{{3, "2018"}, {1, "2019"}, {1, "2020"}, {1, "2021"}}, 0},    // half of the scores
      {{{0, "2018"}, {0, "2019"}, {0, "2020"}}, 0},
  };
  for (const auto& [hits, spread] : table) EXPECT_DOUBLE_EQ(spread_over_time(hits), spread);
}

// A story that comes back every year, and one of three days that a later article returns to.
TEST(Recency, PutsTheLatestOfARunningStoryFirstUnlessAskedNotTo) {
  std::vector<Article> told;
  for (const char* day : {"2016-07-15", "2017-07-15", "2018-07-14", "2019-07-12", "2020-07-14"}) {
    told.push_back({"pay-" + std::string(day), "내년 최저임금 결정",
                    "최저임금위원회가 밤늦게 표결했다.", day, "한빛경제", "", ""});
  }
  for (const char* day : {"2017-03-10", "2017-03-11", "2017-03-12", "2019-05-01"}) {
    told.push_back({"court-" + std::string(day), "헌재, 파면 선고",
                    "재판관 여덟 명이 모두 찬성했다.", day, "한빛경제", "", ""});
  }
  const TempFolder folder;
  index_articles(folder / "db", told);
  const Searcher searcher(folder / "db");
  const auto first = [&](const char* query, std::optional<int> half_life) {
    SearchOptions options = all_articles();
    options.fold = false;
    options.half_life = half_life;
    return ids(searcher.search(parse_query(query).query, options)).at(0);
  };
  EXPECT_EQ(first("최저임금 결정", std::nullopt), "pay-2020-07-14");
  EXPECT_EQ(first("최저임금 결정", 0), "pay-2016-07-15") << "all alike: by id";
  EXPECT_EQ(first("파면 선고", std::nullopt), "court-2017-03-10") << "an event: by id";
}

TEST(Recency, PutsTheNewerOfTwoAlikeFirst) {
  SearchOptions options = all_articles();
  options.half_life = 30;
  const std::vector<std::string> found = dates(search("시장", options));
  EXPECT_EQ(found.size(), 60u);
  const auto march = std::find(found.begin(), found.end(), "2020-03-29");
  const auto february = std::find(found.begin(), found.end(), "2020-02-03");
  const auto none = std::find(found.begin(), found.end(), "");
  EXPECT_LT(march, february);
  EXPECT_LT(february, none);
}

TEST(Recency, IsPartOfTheExplainedScore) {
  SearchOptions options = all_articles();
  options.half_life = 7;
  options.explain = true;
  for (const Hit& hit : search("시장 상인", options).hits) {
    double sum = 0;
    for (const ScoredFeature& feature : hit.features) sum += feature.weight * feature.value;
    EXPECT_NEAR(sum, hit.score, 1e-9);
  }
}

TEST(Recency, FindsTheSameArticles) {
  SearchOptions options = all_articles();
  options.half_life = 1;
  std::vector<std::string> with = ids(search("시장 13", options));
  std::vector<std::string> without = ids(search("시장 13", all_articles()));
  std::sort(with.begin(), with.end());
  std::sort(without.begin(), without.end());
  EXPECT_EQ(with, without);
}

}  // namespace
}  // namespace gisa
