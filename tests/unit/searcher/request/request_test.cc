#include "searcher/request/request.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/news_database.h"

namespace gisa {
namespace {

Answer answer_of(const Request& request) { return answer(Searcher(news_database()), request); }

std::string counts(const Facet& facet) {
  std::string out;
  for (const FacetValue& value : facet.values) {
    out += fmt::format("{}={} ", value.value, value.articles);
  }
  return out + fmt::format("?={}", facet.unknown);
}

Request counting(std::vector<std::string> facets) {
  Request request;
  request.text = "*";
  request.search.limit = 0;
  request.search.facets = std::move(facets);
  return request;
}

// What the others have is what a reader chooses among.
TEST(Request, AFacetIsCountedWithoutItsOwnChoice) {
  const Answer all = answer_of(counting({"press", "month"}));
  Request chosen = counting({"press", "month"});
  chosen.only = {{"press", {"한빛경제"}}};
  const Answer of_one = answer_of(chosen);
  EXPECT_EQ(counts(of_one.result.facets[0]), counts(all.result.facets[0]));
  EXPECT_NE(counts(of_one.result.facets[1]), counts(all.result.facets[1]));
  EXPECT_LT(of_one.result.total, all.result.total);
}

// Each value of a chosen facet has as many articles as there are when it alone is chosen.
TEST(Request, AFacetIsCountedWithinTheChoicesOfOthers) {
  Request chosen = counting({"press", "month"});
  chosen.only = {{"press", {"한빛경제"}}, {"month", {"2020-02"}}};
  const Answer answered = answer_of(chosen);
  ASSERT_EQ(answered.result.facets.size(), 2u);
  for (const Facet& facet : answered.result.facets) {
    EXPECT_FALSE(facet.values.empty()) << facet.field;
    for (const FacetValue& value : facet.values) {
      Request one = chosen;
      one.only[facet.field] = {value.value};
      EXPECT_EQ(answer_of(one).result.total, value.articles) << value.value;
    }
  }
}

TEST(Request, ATrendKeepsToWhatIsChosen) {
  Request request = counting({});
  request.trend = "month";
  request.only = {{"month", {"2020-02"}}};
  const Answer answered = answer_of(request);
  ASSERT_TRUE(answered.trend);
  std::size_t articles = 0;
  for (const std::size_t of_month : answered.trend->series.front().articles) articles += of_month;
  EXPECT_EQ(articles, answered.result.total);
}

}  // namespace
}  // namespace gisa
