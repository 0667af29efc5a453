#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// Days from the first to the last, both among them, as 2020-02-03; an empty end is open.
struct DayRange {
  std::string first;
  std::string last;
  bool turned = false;  // they were named the other way round

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// The days that `text` names, by a calendar (2020, 2020-02, 2020.2.3, 20200203, 2020년 2월 3일), by
// distance from `today` (오늘, 지난달, 최근 7일, 7d), or from one to another of these (A..B, A~B,
// A.., ..B; B..A is A..B). The last 7 days end with today; a week begins on Monday. Nothing if it
// names no day.
std::optional<DayRange> parse_day_range(std::string_view text, std::string_view today);

// How many days `text` spans: 30d, 2w, 6m, 1y, 7일, 2주, 6개월, 1년; a month is 30 days, a year
// 365.
std::optional<int> parse_days(std::string_view text);

// Today's date in Korea.
std::string today_in_korea();

// The last day that `iso`, a date of an article as precise as it is known, can mean; its first.
std::string last_day_of(std::string_view iso);
std::string first_day_of(std::string_view iso);

// The same of the digits of such a date: 202002.
std::string last_day_of_digits(std::string_view digits);

// The number of its first day, counted from 1970-01-01; nothing if `iso` is no date.
std::optional<int> first_day_number(std::string_view iso);

// Days from `from` to `to`, which are days.
int days_between(std::string_view from, std::string_view to);

}  // namespace gisa
