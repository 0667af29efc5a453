#include "searcher/match/filter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/news_database.h"

// Articles by what is known of them, not by what they say.
namespace gisa {
namespace {

constexpr int kMany = 1100;  // more values than are looked up one by one

const std::string kLongName = "가나다라마바사아자차카타파하";  // 42 bytes

std::string long_press() {
  std::string press;
  for (int i = 0; i < 8; ++i) press += kLongName;
  return press + "끝일보";
}

const Searcher& searcher() {
  static const TempFolder folder;
  static const Searcher opened = [] {
    std::vector<Article> articles;
    for (int i = 0; i < kMany; ++i) {
      articles.push_back({fmt::format("n{}", i), "장날", "장이 섰다.", "2021",
                          fmt::format("마을신문 {}호", i), "", ""});
    }
    articles.push_back(
        {"https://Feed.example/1", "비", "비가 왔다.", "2020-02", "", "김서연 기자", ""});
    articles.push_back(
        {"long", "눈", "눈이 왔다.", "2020-02-29T23:59", long_press(), "김서연·박도윤", ""});
    index_articles(folder / "db", articles);
    return Searcher(folder / "db");
  }();
  return opened;
}

std::vector<std::string> found_by(std::string_view query) {
  std::vector<std::string> out = ids(searcher().search(parse_query(query).query, all_articles()));
  std::sort(out.begin(), out.end());
  return out;
}

using Ids = std::vector<std::string>;

TEST(Filter, FindsAmongAnyNumberOfValues) {
  EXPECT_EQ(found_by("press:마을신문").size(), kMany);
  EXPECT_EQ(found_by("press:마을신문*").size(), kMany);
  EXPECT_EQ(found_by("id:n*").size(), kMany);
  EXPECT_EQ(found_by("press:777호"), (Ids{"n777"}));
  EXPECT_EQ(found_by("press:\"신문777호\""), (Ids{"n777"})) << "whatever the spacing";
  EXPECT_EQ(found_by("id:n12"), (Ids{"n12"})) << "the whole id";
  EXPECT_EQ(found_by("press:마을신문 비"), (Ids{}));
}

TEST(Filter, FindsAValueTooLongForATerm) {
  EXPECT_EQ(found_by("press:끝일보"), (Ids{"long"}));
  EXPECT_EQ(found_by("press:" + long_press()), (Ids{"long"}));
  EXPECT_EQ(found_by("press:" + kLongName + "*"), (Ids{"long"}));
  EXPECT_EQ(found_by("press:" + kLongName + "끝*"), (Ids{}));
}

TEST(Filter, TakesAnIdThatIsAnAddressForOne) {
  EXPECT_EQ(found_by("url:feed.example"), (Ids{"https://Feed.example/1"}));
  EXPECT_EQ(found_by("url:https://feed*"), (Ids{"https://Feed.example/1"}));
  EXPECT_EQ(found_by("url:n77"), (Ids{}));
}

TEST(Filter, ChangesNoScore) {
  const auto score = [](const char* query) {
    return searcher().search(parse_query(query).query).hits.at(0).score;
  };
  EXPECT_EQ(score("눈"), score("눈 date:2020"));
  EXPECT_EQ(score("눈"), score("press:끝일보 눈 -id:n1"));
  EXPECT_EQ(score("date:2020"), 0);
}

TEST(Dates, CountAsFarAsTheyAreKnown) {
  EXPECT_EQ(found_by("date:2020-02"), (Ids{"https://Feed.example/1", "long"}));
  EXPECT_EQ(found_by("date:2020-02-29"), (Ids{"long"}));
  EXPECT_EQ(found_by("date:2020-02-01..2020-02-29"), (Ids{"https://Feed.example/1", "long"}));
  EXPECT_EQ(found_by("date:2020-02-02..2020-02-29"), (Ids{"long"}));
  EXPECT_EQ(found_by("date:2021").size(), kMany);
  EXPECT_EQ(found_by("date:2021-01..2021-12").size(), kMany);
  EXPECT_EQ(found_by("date:2021-01..2021-11"), (Ids{}));
  EXPECT_EQ(found_by("date:2021..").size(), kMany);
  EXPECT_EQ(found_by("date:..2020").size(), 2u);
  EXPECT_EQ(found_by("-date:2021").size(), 2u);
}

// All articles that `facet` counts under one of `values`.
std::vector<std::string> counted_under(std::string_view facet, std::vector<std::string> values) {
  const Query all{.op = Op::everything, .field = {}, .text = {}, .parts = {}};
  std::vector<std::string> out =
      ids(searcher().search(only_values(all, facet, std::move(values)), all_articles()));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(OnlyValues, AreWholeOnes) {
  EXPECT_EQ(counted_under("press", {"마을신문 12호"}), (Ids{"n12"})) << "not 120호";
  EXPECT_EQ(counted_under("press", {"마을신문 12호", "마을신문 7호"}), (Ids{"n12", "n7"}));
  EXPECT_EQ(counted_under("press", {"마을신문"}), (Ids{}));
  EXPECT_EQ(counted_under("press", {long_press()}), (Ids{"long"})) << "too long for a term";
  EXPECT_EQ(counted_under("press", {"마을신문 12호", long_press()}), (Ids{"long", "n12"}));
  EXPECT_EQ(counted_under("press", {long_press() + "판"}), (Ids{}));
}

TEST(OnlyValues, OfReportersAreThoseWhoSign) {
  EXPECT_EQ(counted_under("by", {"김서연"}), (Ids{"https://Feed.example/1", "long"}));
  EXPECT_EQ(counted_under("by", {"박도윤"}), (Ids{"long"}));
  EXPECT_EQ(counted_under("by", {"김서연·박도윤"}), (Ids{})) << "no facet has this value";
}

TEST(OnlyValues, OfDatesAreAsFarAsTheyAreKnown) {
  EXPECT_EQ(counted_under("year", {"2020"}), (Ids{"https://Feed.example/1", "long"}));
  EXPECT_EQ(counted_under("month", {"2020-02"}), (Ids{"https://Feed.example/1", "long"}));
  EXPECT_EQ(counted_under("week", {"2020-02-24"}), (Ids{"long"}));
  EXPECT_EQ(counted_under("day", {"2020-02-29", "2020-02-28"}), (Ids{"long"}));
  EXPECT_EQ(counted_under("day", {"2020-02-28"}), (Ids{}));
}

TEST(OnlyValues, ChangeNoScore) {
  const auto score = [](const Query& query) { return searcher().search(query).hits.at(0).score; };
  const Query snow = parse_query("눈").query;
  EXPECT_EQ(score(snow), score(only_values(snow, "by", {"박도윤"})));
}

TEST(Dates, AreWithinARangeForCertain) {
  EXPECT_TRUE(issued_within("2020-02-03T09:14", "2020-02-03", "2020-02-03"));
  EXPECT_TRUE(issued_within("2020-02-03", "", "2020-02-03"));
  EXPECT_TRUE(issued_within("2020-02", "2020-02-01", ""));
  EXPECT_FALSE(issued_within("2020-02", "2020-02-02", ""));
  EXPECT_FALSE(issued_within("2020", "2020-01-01", "2020-12-30"));
  EXPECT_FALSE(issued_within("", "", "2020-12-31"));
}

}  // namespace
}  // namespace gisa
