#include "indexer/document/term_table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gisa {
namespace {

std::vector<std::string> words(std::size_t count) {
  std::mt19937 random(20240229);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back(fmt::format("{}번째낱말", random() % (1u << random() % 18)));
  }
  return words;
}

// More than a new table has buckets for, so that it grows on the way.
constexpr std::size_t kMany = 300'000;

TEST(TermTable, MeetsManyAsItMeetsThemOneByOne) {
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{17}, kMany}) {
    const std::vector<std::string> all = words(count);
    TermTable one_by_one;
    std::vector<std::uint32_t> expected;
    for (const std::string& word : all) expected.push_back(one_by_one.intern({}, word));
    TermTable at_once;
    std::vector<std::uint32_t> numbers;
    at_once.intern_each(
        all.size(), [&](std::size_t i) { return std::string_view(all[i]); },
        [&](std::size_t i, std::uint32_t number) {
          EXPECT_EQ(i, numbers.size());
          numbers.push_back(number);
        });
    EXPECT_EQ(numbers, expected) << count;
    EXPECT_EQ(at_once.size(), one_by_one.size()) << count;
  }
}

TEST(TermTable, OrdersTermsByTheirBytes) {
  using namespace std::string_view_literals;
  TermTable table;
  for (const std::string_view term :
       {"한강공원"sv, "한강공"sv, "한강"sv, ""sv, "a\0"sv, "a"sv, "한강공장"sv, "\xff"sv}) {
    table.intern({}, term);
  }
  std::vector<std::string_view> ordered;
  for (const std::uint32_t number : table.in_order()) ordered.push_back(table[number]);
  EXPECT_EQ(ordered.size(), table.size());
  EXPECT_TRUE(std::is_sorted(ordered.begin(), ordered.end()));
}

}  // namespace
}  // namespace gisa
