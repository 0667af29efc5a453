#include "indexer/news/date.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace gisa {
namespace {

TEST(Date, IsReadAsInTheTable) {
  for (const test::Row& row : test::read_table("news/dates.tsv", 3)) {
    const std::string expected = row.cells[1] == "-" ? "" : row.cells[1];
    EXPECT_EQ(parse_date(row.cells[0]), expected) << row.where << ": " << row.cells[0];
  }
}

TEST(Date, ADatelineHoldsNothingElse) {
  for (const test::Row& row : test::read_table("news/dates.tsv", 3)) {
    EXPECT_EQ(is_dateline(row.cells[0]), row.cells[2] == "yes")
        << row.where << ": " << row.cells[0];
  }
}

TEST(Date, WhatComesOutGoesInAgain) {
  for (const test::Row& row : test::read_table("news/dates.tsv", 3)) {
    const std::string iso = parse_date(row.cells[0]);
    EXPECT_EQ(parse_date(iso), iso) << row.where;
  }
}

TEST(Date, EveryDayOfAYearIsItself) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};  // 2020
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 31; ++day) {
      const std::string iso = fmt::format("2020-{:02}-{:02}", month, day);
      EXPECT_EQ(parse_date(iso), day <= kDays[month - 1] ? iso : "");
    }
  }
}

}  // namespace
}  // namespace gisa
