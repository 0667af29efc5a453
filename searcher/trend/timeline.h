#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// What a timeline counts by. Each is a facet of that name, whose values are its times: 2020,
// 2020-02, 2020-02-03; a week is called by its Monday.
enum class Period : std::uint8_t { day, week, month, year };

std::string_view to_string(Period period);

// The one that shows a range of `days` with some dozens of times: days up to seven weeks, weeks up
// to a year, months up to ten years, else years.
Period period_for_days(int days);

// `times` (ascending, each once, all of one period) and those between them. After 100,000 the gaps
// stay.
std::vector<std::string> without_gaps(const std::vector<std::string>& times, Period period);

}  // namespace gisa
