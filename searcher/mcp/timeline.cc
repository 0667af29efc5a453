#include "searcher/mcp/timeline.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

namespace gisa::mcp {

namespace {

namespace chrono = std::chrono;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// 2020 -> 2021, 2020-12 -> 2021-01, 2020-12-31 -> 2021-01-01
std::string time_after(std::string_view time) {
  const int year = number(time.substr(0, 4));
  if (time.size() == 4) return fmt::format("{:04}", year + 1);
  const int month = number(time.substr(5, 2));
  if (time.size() == 7) return fmt::format("{:04}-{:02}", year + month / 12, month % 12 + 1);
  const chrono::sys_days day = chrono::year(year) / chrono::month(static_cast<unsigned>(month)) /
                               chrono::day(static_cast<unsigned>(number(time.substr(8, 2))));
  const chrono::year_month_day next(day + chrono::days(1));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(next.year()),
                     static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
}

}  // namespace

std::vector<FacetValue> with_empty_times(const std::vector<FacetValue>& values) {
  constexpr std::size_t kMost = 100'000;  // days of 270 years
  std::vector<FacetValue> out;
  for (const FacetValue& value : values) {
    while (!out.empty() && out.size() < kMost) {
      std::string next = time_after(out.back().value);
      if (next >= value.value) break;
      out.push_back({std::move(next), 0});
    }
    out.push_back(value);
  }
  return out;
}

}  // namespace gisa::mcp
