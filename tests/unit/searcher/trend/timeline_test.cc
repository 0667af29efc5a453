#include "searcher/trend/timeline.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gisa {
namespace {

TEST(Timeline, HasTheTimesWithoutArticles) {
  const struct {
    Period period;
    std::vector<std::string> times;
    std::string filled;
  } table[] = {
      {Period::year, {}, ""},
      {Period::year, {"2020"}, "2020"},
      {Period::year, {"2018", "2020"}, "2018 2019 2020"},
      {Period::month, {"2019-11", "2020-02"}, "2019-11 2019-12 2020-01 2020-02"},
      {Period::week, {"2019-12-23", "2020-01-13"}, "2019-12-23 2019-12-30 2020-01-06 2020-01-13"},
      {Period::day, {"2020-02-28", "2020-03-01"}, "2020-02-28 2020-02-29 2020-03-01"},
      {Period::day, {"2019-12-31", "2020-01-01"}, "2019-12-31 2020-01-01"},
  };
  for (const auto& [period, times, filled] : table) {
    EXPECT_EQ(fmt::format("{}", fmt::join(without_gaps(times, period), " ")), filled);
  }
}

TEST(Timeline, HasSomeDozensOfTimes) {
  const std::pair<int, std::string_view> table[] = {
      {1, "day"},     {49, "day"},     {50, "week"},   {366, "week"},
      {367, "month"}, {3653, "month"}, {3654, "year"}, {40'000, "year"}};
  for (const auto& [days, period] : table) {
    EXPECT_EQ(to_string(period_for_days(days)), period) << days;
  }
}

}  // namespace
}  // namespace gisa
