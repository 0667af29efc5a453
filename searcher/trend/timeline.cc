#include "searcher/trend/timeline.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace gisa {

namespace {

namespace chrono = std::chrono;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// `2020-12-31` and so many days more.
std::string later(std::string_view date, int days) {
  const chrono::sys_days day = chrono::year(number(date.substr(0, 4))) /
                               chrono::month(static_cast<unsigned>(number(date.substr(5, 2)))) /
                               chrono::day(static_cast<unsigned>(number(date.substr(8, 2))));
  const chrono::year_month_day next(day + chrono::days(days));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(next.year()),
                     static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
}

// 2020 -> 2021, 2020-12 -> 2021-01, 2020-12-31 -> 2021-01-01
std::string time_after(std::string_view time, Period period) {
  switch (period) {
    case Period::day: return later(time, 1);
    case Period::week: return later(time, 7);
    case Period::year: return fmt::format("{:04}", number(time) + 1);
    case Period::month: break;
  }
  const int month = number(time.substr(5, 2));
  return fmt::format("{:04}-{:02}", number(time.substr(0, 4)) + month / 12, month % 12 + 1);
}

}  // namespace

std::string_view to_string(Period period) {
  constexpr std::array<std::string_view, 4> kNames = {"day", "week", "month", "year"};
  return kNames[static_cast<std::size_t>(period)];
}

Period period_for_days(int days) {
  if (days <= 7 * 7) return Period::day;
  if (days <= 366) return Period::week;
  return days <= 3653 ? Period::month : Period::year;
}

std::vector<std::string> without_gaps(const std::vector<std::string>& times, Period period) {
  constexpr std::size_t kMost = 100'000;  // days of 270 years
  std::vector<std::string> out;
  for (const std::string& time : times) {
    while (!out.empty() && out.size() < kMost) {
      std::string next = time_after(out.back(), period);
      if (next >= time) break;
      out.push_back(std::move(next));
    }
    out.push_back(time);
  }
  return out;
}

}  // namespace gisa
