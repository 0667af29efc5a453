#include "indexer/readers/workbook/number_formats.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

#include "common/text/lower_ascii.h"
#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

constexpr std::size_t kMost = 100'000;

int number_in(std::string_view value) { return std::atoi(std::string(value).c_str()); }

// Those that every workbook has (ECMA-376, 18.8.30), also in Korean and Japanese editions.
bool shows_date(int format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
         format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

}  // namespace

bool shows_date(std::string_view format) {
  bool quoted = false;
  bool bracketed = false;
  bool has_year = false;
  bool has_day = false;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == ']') bracketed = c == '[';
    if (bracketed) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the next one is shown as it is
      continue;
    }
    if (c == ';') break;  // what follows is for other numbers
    has_year = has_year || c == 'y' || c == 'Y' || c == 'e';
    has_day = has_day || c == 'd' || c == 'D';
  }
  // `e` is a year in Korea and Japan, where a day stands with it; else an exponent.
  const bool has_exponent = format.find("E+") != format.npos || format.find("e+") != format.npos;
  return (has_year || has_day) && !has_exponent && lower_ascii(format) != "general";
}

void NumberFormats::start(std::string_view name, const Attributes& attributes) {
  const std::string_view element = local_name(name);
  if (element == "cellXfs") in_styles_ = true;
  const int format = number_in(value_of(attributes, "numFmtId"));
  if (element == "numFmt" && formats_.size() < kMost) {
    formats_[format] = gisa::shows_date(value_of(attributes, "formatCode"));
  }
  if (element == "xf" && in_styles_ && styles_.size() < kMost) {
    const auto own = formats_.find(format);
    styles_.push_back(own == formats_.end() ? shows_date(format) : own->second);
  }
}

void NumberFormats::end(std::string_view name) {
  if (local_name(name) == "cellXfs") in_styles_ = false;
}

std::string date_of_serial(std::string_view number, bool from_1904) {
  constexpr int kMinutes = 24 * 60;
  constexpr double kFrom1904 = 1462;
  constexpr double kFirst = 61;        // Excel takes 1900 for a leap year
  constexpr double kLast = 2'958'465;  // of the year 9999
  const std::string text(number);
  char* end = nullptr;
  const double days = std::strtod(text.c_str(), &end) + (from_1904 ? kFrom1904 : 0);
  if (text.empty() || *end != '\0' || !(days >= kFirst && days <= kLast)) return text;
  const auto minutes = static_cast<long>(std::lround(days * kMinutes));
  const std::chrono::sys_days first =
      std::chrono::year(1899) / std::chrono::December / std::chrono::day(30);
  const std::chrono::year_month_day day(first + std::chrono::days(minutes / kMinutes));
  std::string date =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  const long minute = minutes % kMinutes;
  if (minute != 0) date += fmt::format("T{:02}:{:02}", minute / 60, minute % 60);
  return date;
}

}  // namespace gisa
