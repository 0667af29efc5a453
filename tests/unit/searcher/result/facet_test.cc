#include "searcher/result/facet.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "gisa/error.h"
#include "searcher/outputs/facet_bars.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

Article article(std::string press, std::string byline, std::string date) {
  Article made;
  made.press = std::move(press);
  made.byline = std::move(byline);
  made.date = std::move(date);
  return made;
}

// `value=articles` of the only facet.
std::string counted(const std::string& field, const std::vector<Article>& articles) {
  FacetCounts counts({field});
  for (const Article& one : articles) counts.add(one);
  const Facet facet = counts.facets().at(0);
  std::string out;
  for (const FacetValue& value : facet.values) {
    out += fmt::format("{}={} ", value.value, value.articles);
  }
  return out + fmt::format("?={}", facet.unknown);
}

const std::vector<Article> kArticles = {article("한빛경제", "김서연", "2020-02-03T09:14"),
                                        article("다온뉴스", "박도윤·김서연", "2020-01"),
                                        article("다온뉴스", "박도윤, 이하늘", "2020-02-03"),
                                        article("", "", "2019"), article("", "", "")};

TEST(Facets, PutTheMostFrequentNamesFirst) {
  EXPECT_EQ(counted("press", kArticles), "다온뉴스=2 한빛경제=1 ?=2");
}

TEST(Facets, CountAnArticleForEachOfItsReporters) {
  EXPECT_EQ(counted("by", kArticles), "김서연=2 박도윤=2 이하늘=1 ?=2");
  EXPECT_EQ(counted("by", {article("", "박도윤·박도윤", "")}), "박도윤=1 ?=0");
  EXPECT_EQ(counted("by", {article("", " · ", "")}), "?=1");
  for (const char* const byline : {"김서연&박도윤", "김서연、박도윤", "김서연/박도윤",
                                   "김서연 박도윤", "김서연 기자, 박도윤 특파원"}) {
    EXPECT_EQ(counted("by", {article("", byline, "")}), "김서연=1 박도윤=1 ?=0") << byline;
  }
}

TEST(Facets, CountAnArticleForEachOfItsSections) {
  const auto in = [](std::string section) {
    Article made;
    made.section = std::move(section);
    return made;
  };
  EXPECT_EQ(
      counted("section", {in("정치>국회_정당"), in("경제>부동산, 정치>외교"), in("경제"), in("")}),
      "경제=2 정치=2 ?=1");
}

TEST(Facets, PutDatesInTheirOrder) {
  EXPECT_EQ(counted("year", kArticles), "2019=1 2020=3 ?=1");
  EXPECT_EQ(counted("month", kArticles), "2020-01=1 2020-02=2 ?=2");
  EXPECT_EQ(counted("day", kArticles), "2020-02-03=2 ?=3");
}

TEST(Facets, RefuseANameThatIsNone) {
  EXPECT_THROW(FacetCounts({"press", "weather"}), Error);
  EXPECT_THROW(FacetCounts({""}), Error);
}

// Of every query, each value has as many articles as one by one are found to have it.
TEST(Facets, AgreeWithTheArticlesThatAreFound) {
  for (const char* const query :
       {"*", "상담", "알리바바 OR 텐센트", "-의료", "\"무료 상담\"", "샤오미"}) {
    SearchOptions options;
    options.limit = 0;
    options.facets = {"press", "month"};
    const SearchResult result = search_news(query, options);
    EXPECT_TRUE(result.total_exact);
    const SearchResult all = search_news(query, all_articles());
    EXPECT_EQ(result.total, all.hits.size()) << query;
    FacetCounts expected(options.facets);
    for (const Hit& hit : all.hits) expected.add(hit.article);
    ASSERT_EQ(result.facets.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
      const Facet& facet = result.facets[i];
      const Facet wanted = expected.facets()[i];
      EXPECT_EQ(facet.unknown, wanted.unknown) << query;
      ASSERT_EQ(facet.values.size(), wanted.values.size()) << query;
      for (std::size_t j = 0; j < facet.values.size(); ++j) {
        EXPECT_EQ(facet.values[j].value, wanted.values[j].value) << query;
        EXPECT_EQ(facet.values[j].articles, wanted.values[j].articles) << query;
      }
    }
  }
}

TEST(Facets, DoNotDependOnHowManyHitsAreWantedOrInWhatOrder) {
  SearchOptions options;
  options.facets = {"press"};
  std::set<std::string> seen;
  for (const std::size_t limit : {0, 1, 3, 1000}) {
    for (const std::size_t per_article : {0, 1, 2}) {
      for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
        options.limit = limit;
        options.per_article = per_article;
        options.sort = sort;
        std::ostringstream out;
        for (const Facet& facet : search_news("*", options).facets) write_facet(out, facet);
        seen.insert(out.str());
      }
    }
  }
  EXPECT_EQ(seen.size(), 1u);
}

TEST(FacetBars, AreAsLongAsTheArticlesAreMany) {
  std::ostringstream out;
  write_facet(out, {"press", {{"다온뉴스", 16}, {"AB", 2}, {"누리", 1}}, 3});
  EXPECT_EQ(out.str(),
            "press\n"
            "  다온뉴스  16  ████████████████████████████████████████\n"
            "  AB         2  █████\n"
            "  누리       1  ██▌\n"
            "  unknown: 3\n\n");
}

TEST(FacetBars, ShowTheMostFrequentOfManyNamesAndAllDates) {
  for (const char* const field : {"by", "day"}) {
    Facet facet{field, {}, 0};
    for (int i = 0; i < 31; ++i) facet.values.push_back({fmt::format("2020-03-{:02}", i), 1});
    std::ostringstream out;
    write_facet(out, facet);
    const bool says_more = out.str().find("and 11 more values") != std::string::npos;
    EXPECT_EQ(says_more, std::string(field) == "by");
  }
}

}  // namespace
}  // namespace gisa
