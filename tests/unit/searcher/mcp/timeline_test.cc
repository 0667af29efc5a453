#include "searcher/mcp/timeline.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gisa::mcp {
namespace {

std::string filled(const std::vector<FacetValue>& values) {
  std::string line;
  for (const FacetValue& value : with_empty_times(values)) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", value.value, value.articles);
  }
  return line;
}

TEST(Timeline, HasTheTimesWithoutArticles) {
  EXPECT_EQ(filled({}), "");
  EXPECT_EQ(filled({{"2020", 2}}), "2020 2");
  EXPECT_EQ(filled({{"2018", 1}, {"2020", 2}}), "2018 1, 2019 0, 2020 2");
  EXPECT_EQ(filled({{"2019-11", 1}, {"2020-02", 2}}), "2019-11 1, 2019-12 0, 2020-01 0, 2020-02 2");
  EXPECT_EQ(filled({{"2020-02-28", 1}, {"2020-03-01", 2}}),
            "2020-02-28 1, 2020-02-29 0, 2020-03-01 2");
  EXPECT_EQ(filled({{"2019-12-31", 1}, {"2020-01-01", 2}}), "2019-12-31 1, 2020-01-01 2");
}

}  // namespace
}  // namespace gisa::mcp
