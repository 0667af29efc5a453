#include "indexer/news/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/news/date_scanner.h"

namespace gisa {

namespace {

namespace chrono = std::chrono;

// No branch in the loop, so that compilers make vectors of it.
bool contains_digit(std::string_view text) {
  unsigned char found = 0;
  for (const char c : text) found |= static_cast<unsigned char>(c - '0') < 10;
  return found != 0;
}

bool is_possible(const DateTime& date) {
  if (date.year < 1880 || date.year > 2200) return false;
  if (date.month == 0) return true;
  if (date.month > 12) return false;
  if (date.day == 0) return true;
  const chrono::year_month_day day{chrono::year(date.year),
                                   chrono::month(static_cast<unsigned>(date.month)),
                                   chrono::day(static_cast<unsigned>(date.day))};
  return day.ok() && date.hour < 24 && date.minute < 60;
}

std::string to_iso(const DateTime& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  if (date.hour < 0) return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  const chrono::sys_days written = chrono::year(date.year) /
                                   chrono::month(static_cast<unsigned>(date.month)) /
                                   chrono::day(static_cast<unsigned>(date.day));
  const auto in_korea = written + chrono::hours(date.hour) + chrono::minutes(date.minute) +
                        kKoreanOffset - date.offset.value_or(kKoreanOffset);
  const chrono::sys_days midnight = chrono::floor<chrono::days>(in_korea);
  const chrono::year_month_day day(midnight);
  const auto minutes = chrono::duration_cast<chrono::minutes>(in_korea - midnight).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     minutes / 60, minutes % 60);
}

// Days since 1899-12-30, as a sheet of Excel has them, and seconds or milliseconds since 1970, as
// programs do. Nothing if `text` is not such a number of this age.
std::optional<std::string> day_of_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [parsed, failed] = std::from_chars(text.data(), end, number);
  if (failed != std::errc() || parsed != end) return std::nullopt;
  const std::size_t whole = std::min(text.find_first_of(".e"), text.size());
  const bool is_milliseconds =
      number >= 1e11 && number < 4e12 &&
      (whole == 13 || number != std::floor(number) || text.find('e') != text.npos);
  if (is_milliseconds) number /= 1000;
  constexpr double kSecondsADay = 86400;
  constexpr double kExcelEpoch = -25569;  // days
  const bool is_excel = number >= 20000 && number < 80000;
  const bool is_exponent = text.find('e') != std::string_view::npos;
  const bool is_unix =
      is_milliseconds || (number >= 1e8 && number < 4e9 && (whole >= 9 || is_exponent));
  if (!is_excel && !is_unix) return std::nullopt;
  const double seconds = is_excel ? (number + kExcelEpoch) * kSecondsADay : number;
  const auto minutes = chrono::floor<chrono::minutes>(
      chrono::sys_seconds(chrono::seconds(static_cast<std::int64_t>(seconds + 0.5))));
  const auto midnight = chrono::floor<chrono::days>(minutes);
  const chrono::year_month_day day(midnight);
  DateTime date;
  date.year = static_cast<int>(day.year());
  date.month = static_cast<int>(static_cast<unsigned>(day.month()));
  date.day = static_cast<int>(static_cast<unsigned>(day.day()));
  if (number != std::floor(number) || is_unix) {
    const auto time = (minutes - midnight).count();
    date.hour = static_cast<int>(time / 60);
    date.minute = static_cast<int>(time % 60);
  }
  if (is_unix) date.offset = chrono::minutes(0);
  return to_iso(date);
}

// What a program prints around a date goes: Timestamp('2020-02-03'), datetime.date(2020, 2, 3),
// /Date(1580688000000)/, {'$date': '2020-02-03'}.
std::string_view without_wrapping(std::string_view text) {
  constexpr std::string_view kOpening = "([{'\":";
  const std::size_t digit = std::min(text.find_first_of("0123456789"), text.size());
  std::string_view before = text.substr(0, digit);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const bool is_plain = std::all_of(before.begin(), before.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (before.empty() || !is_plain || before.find_first_of("([{") == before.npos ||
      kOpening.find(before.back()) == kOpening.npos)
    return text;
  text.remove_prefix(digit);
  const std::size_t last = text.find_last_not_of(")]}'\"/ ");
  return text.substr(0, last + 1);
}

// The ASCII that the sign of full width at `at` stands for (EF BC 81 is U+FF01), 0 for another.
char narrow(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (at + 2 >= text.size() || byte(0) != 0xEF) return 0;
  if (byte(1) == 0xBC && byte(2) >= 0x81 && byte(2) <= 0xBF)
    return static_cast<char>(byte(2) - 0x81 + '!');
  if (byte(1) == 0xBD && byte(2) >= 0x80 && byte(2) <= 0x9E)
    return static_cast<char>(byte(2) - 0x80 + '`');
  return 0;
}

// Digits and signs of full width in ASCII, 年月日 as 년월일. Byte by byte: a mail's date is
// whatever was sent.
std::string in_korean(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
      {"年", "년"}, {"月", "월"}, {"日", "일"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char ascii = narrow(text, at);
    const auto* const unit =
        std::find_if(std::begin(kUnits), std::end(kUnits),
                     [&](const auto& row) { return text.substr(at).starts_with(row.first); });
    if (ascii != 0) {
      out += ascii;
      at += 3;
    } else if (unit != std::end(kUnits)) {
      out += unit->second;
      at += unit->first.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace

NewsDates parse_dates(std::string_view text) {
  const std::string written = in_korean(text);
  text = without_wrapping(written);
  NewsDates dates;
  if (auto day = day_of_number(text)) {
    dates.issued = *day;
    return dates;
  }
  DateScanner scanner(text);
  while (dates.issued.empty() || dates.modified.empty()) {
    scanner.skip_around();
    const bool is_later = scanner.is_later();
    const auto date = scanner.date();
    if (!date || !is_possible(*date)) break;
    std::string& field = is_later ? dates.modified : dates.issued;
    if (field.empty()) field = to_iso(*date);
  }
  return dates;
}

std::string parse_date(std::string_view text) {
  NewsDates dates = parse_dates(text);
  return std::move(dates.issued.empty() ? dates.modified : dates.issued);
}

bool is_dateline(std::string_view line) {
  // Most lines have no digit, and the scanner tries every form on them.
  if (!contains_digit(line)) return false;
  DateScanner scanner(line);
  scanner.skip_around();
  const auto first = scanner.date();
  if (!first || first->day == 0 || !is_possible(*first)) return false;
  while (true) {
    scanner.skip_around();
    if (scanner.rest().empty()) return true;
    if (!scanner.date()) return false;
  }
}

}  // namespace gisa
