#include "searcher/query/day_range.h"

#include <gtest/gtest.h>

#include "tests/support/data_rows.h"

namespace gisa {
namespace {

constexpr const char* kToday = "2026-11-25";

TEST(DayRange, IsThatOfTheTable) {
  for (const DataRow& row : read_rows("query/dates.tsv")) {
    SCOPED_TRACE(row.place + " " + std::string(row.column(0)));
    const auto range = parse_day_range(row.column(0), kToday);
    ASSERT_EQ(range.has_value(), row.group != "none");
    if (!range) continue;
    EXPECT_EQ(range->first, row.column(1));
    EXPECT_EQ(range->last, row.column(2));
  }
}

TEST(DayRange, GoesBackToTheLastDayOfAShortMonth) {
  EXPECT_EQ(parse_day_range("최근 1개월", "2026-03-31"), (DayRange{"2026-03-01", "2026-03-31"}));
  EXPECT_EQ(parse_day_range("최근 1년", "2024-02-29"), (DayRange{"2023-03-01", "2024-02-29"}));
  EXPECT_EQ(parse_day_range("지난달", "2026-03-31"), (DayRange{"2026-02-01", "2026-02-28"}));
  EXPECT_EQ(parse_day_range("지난달", "2026-01-15"), (DayRange{"2025-12-01", "2025-12-31"}));
  EXPECT_EQ(parse_day_range("9999y", kToday)->first, "0000-01-01");
}

TEST(Days, AreCountedFromUnits) {
  EXPECT_EQ(parse_days("30d"), 30);
  EXPECT_EQ(parse_days("30일"), 30);
  EXPECT_EQ(parse_days("8w"), 56);
  EXPECT_EQ(parse_days("2주"), 14);
  EXPECT_EQ(parse_days("6개월"), 180);
  EXPECT_EQ(parse_days("1년"), 365);
  for (const char* const none : {"", "30", "d", "-3d", "3x", "0d", "3 d d"}) {
    EXPECT_EQ(parse_days(none), std::nullopt) << none;
  }
}

TEST(Days, SpanWhatADateCanMean) {
  EXPECT_EQ(first_day_of("2020"), "2020-01-01");
  EXPECT_EQ(last_day_of("2020"), "2020-12-31");
  EXPECT_EQ(last_day_of("2020-02"), "2020-02-29");
  EXPECT_EQ(last_day_of("2020-02-03T09:14"), "2020-02-03");
  EXPECT_EQ(last_day_of(""), "");
  EXPECT_EQ(last_day_of_digits("202002030914"), "");
  EXPECT_EQ(last_day_of_digits("20200203"), "2020-02-03");
  EXPECT_EQ(last_day_of_digits("202002"), "2020-02-29");
  EXPECT_EQ(first_day_number("1970-01-02T09:14"), 1);
  EXPECT_EQ(first_day_number("2020-02"), 18293);  // 2020-02-01
  EXPECT_EQ(first_day_number(""), std::nullopt);
  EXPECT_EQ(first_day_number("어제"), std::nullopt);
  EXPECT_EQ(days_between("2020-02-28", "2020-03-01"), 2);
  EXPECT_EQ(days_between("2020-03-01", "2020-02-28"), -2);
}

}  // namespace
}  // namespace gisa
