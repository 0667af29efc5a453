#include "indexer/news/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace gisa {

namespace {

namespace chrono = std::chrono;

// A longer word before the shorter one that it begins with.
constexpr std::array<std::string_view, 16> kLabels = {
    "기사입력시간", "기사입력", "기사등록", "기사승인", "기사 입력", "입력시간",
    "입력",         "등록",     "승인",     "송고",     "작성",      "게재",
    "발행",         "일시",     "날짜",     "Published"};

// Of dates that are not that of issue.
constexpr std::array<std::string_view, 6> kLaterLabels = {"최종수정", "최종 수정", "기사수정",
                                                          "수정",     "업데이트",  "Updated"};

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::array<std::string_view, 28> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Mon",    "Tue",     "Wed",       "Thu",      "Fri",    "Sat",      "Sun",
    "월요일", "화요일",  "수요일",    "목요일",   "금요일", "토요일",   "일요일",
    "월",     "화",      "수",        "목",       "금",     "토",       "일"};

// Korea has had no summer time since 1988.
constexpr chrono::minutes kKoreanOffset{9 * 60};

struct DateTime {
  int year = 0;
  int month = 0;  // 0: not given
  int day = 0;
  int hour = -1;  // -1: not given
  int minute = 0;
  std::optional<chrono::minutes> offset;  // of the zone, if one is named
};

// Takes dates off the front of a text.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }

  // Blanks, punctuation, labels and weekdays before or between dates.
  void skip_around() {
    is_later_ = false;
    while (!rest_.empty()) {
      if (take_word(kLaterLabels)) {
        is_later_ = true;
        continue;
      }
      if (take_any_of(" \t|/:,()[]<>-~'\"") || take("·") || take("’") || take_word(kLabels) ||
          take_word(kWeekdays))
        continue;
      break;
    }
  }

  // True if the label that was skipped last tells of a change.
  bool is_later() const { return is_later_; }

  std::optional<DateTime> date() {
    const std::string_view start = rest_;
    for (const auto form : {&DateScanner::numeric, &DateScanner::compact, &DateScanner::rfc822,
                            &DateScanner::month_first, &DateScanner::short_year}) {
      if (auto found = (this->*form)()) return found;
      rest_ = start;
    }
    return std::nullopt;
  }

 private:
  // 2020-02-03, 2020.2.3., 2020/02/03, 2020년 2월 3일, and less of it.
  std::optional<DateTime> numeric() {
    DateTime date;
    const auto year = digits(4, 4);
    if (!year) return std::nullopt;
    date.year = *year;
    const std::string_view after_year = rest_;
    if (!separator("년")) return closed(date);
    const bool named = after_year.find("년") < 2;  // 2020년 and 2020 년: then a month has its 월
    if (const auto month = digits(1, 2)) {
      const std::string_view after_month = rest_;
      const bool separated = separator("월");
      if (named && after_month.find("월") > 1) {  // 2020년 3분기
        rest_ = after_year;
        take(" ");
        take("년");
        return closed(date);
      }
      date.month = *month;
      if (const auto day = separated ? digits(1, 2) : std::nullopt) {
        date.day = *day;
        take("일");
        take(".");
        time(date);
      } else if (!named) {
        rest_ = after_month;
      }
    } else if (!named) {
      rest_ = after_year;
    }
    return closed(date);
  }

  // 20200203, 202002030914
  std::optional<DateTime> compact() {
    DateTime date;
    const auto year = digits(4, 4);
    const auto month = digits(2, 2);
    const auto day = digits(2, 2);
    if (!year || !month || !day) return std::nullopt;
    date.year = *year;
    date.month = *month;
    date.day = *day;
    take("T");
    if (const auto hour = digits(2, 2)) {
      date.hour = *hour;
      date.minute = digits(2, 2).value_or(0);
      digits(2, 2);
      zone(date);
    }
    return closed(date);
  }

  // 22 Aug 2026 10:38:05 +0000, 22-Aug-26 10:38:05 GMT
  std::optional<DateTime> rfc822() {
    DateTime date;
    const auto day = digits(1, 2);
    if (!day || !between()) return std::nullopt;
    const int month = month_name();
    if (month == 0 || !between()) return std::nullopt;
    const auto year = year_of_two_or_four();
    if (!year) return std::nullopt;
    date.year = *year;
    date.month = month;
    date.day = *day;
    time(date);
    return closed(date);
  }

  // Feb 3, 2020; Feb 03 09:14:08 2020, as ctime() has it, with or without a zone before the year.
  std::optional<DateTime> month_first() {
    DateTime date;
    date.month = month_name();
    if (date.month == 0) return std::nullopt;
    between();
    const auto day = digits(1, 2);
    if (!day) return std::nullopt;
    date.day = *day;
    take("st") || take("nd") || take("rd") || take("th");
    const std::string_view after_day = rest_;
    if (!take(",")) time(date);
    if (date.hour < 0) rest_ = after_day;
    while (take_any_of(", ") || take("KST")) {
    }
    const auto year = digits(4, 4);
    if (!year) return std::nullopt;
    date.year = *year;
    if (date.hour < 0) time(date);
    return closed(date);
  }

  // 20.02.03, '20. 2. 3., 20년 2월 3일; all of it, or it may be a version, a score, an address.
  std::optional<DateTime> short_year() {
    DateTime date;
    take("'") || take("’");
    const auto year = digits(2, 2);
    if (!year || !separator("년")) return std::nullopt;
    const auto month = digits(1, 2);
    if (!month || !separator("월")) return std::nullopt;
    const auto day = digits(1, 2);
    if (!day) return std::nullopt;
    date.year = century_of(*year);
    date.month = *month;
    date.day = *day;
    take("일");
    take(".");
    time(date);
    return closed(date);
  }

  bool between() {
    bool any = false;
    while (take_any_of(" -,.")) any = true;
    return any;
  }

  // From 1, with the rest of its name; 0 if there is none.
  int month_name() {
    const auto* month = std::find_if(kMonths.begin(), kMonths.end(), [&](std::string_view name) {
      return rest_.starts_with(name);
    });
    if (month == kMonths.end()) return 0;
    rest_.remove_prefix(month->size());
    rest_.remove_prefix(
        std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), rest_.size()));
    take(".");
    return static_cast<int>(month - kMonths.begin()) + 1;
  }

  std::optional<int> year_of_two_or_four() {
    if (const auto year = digits(4, 4)) return year;
    const auto year = digits(2, 2);
    return year ? std::optional(century_of(*year)) : std::nullopt;
  }

  // Newspapers on the web are no older than it.
  static int century_of(int year) { return year < 80 ? 2000 + year : 1900 + year; }

  void time(DateTime& date) {
    const std::string_view start = rest_;
    while (take_any_of(" T,(") || take_word(kWeekdays) || take_any_of(")")) {
    }
    bool morning = take("오전") || take("AM") || take("am") || take("A.M.");
    bool afternoon = !morning && (take("오후") || take("PM") || take("pm") || take("P.M."));
    while (take(" ")) {
    }
    const auto hour = digits(1, 2);
    if (!hour || !(take(":") || take("시"))) {
      rest_ = start;
      return;
    }
    while (take(" ")) {
    }
    date.hour = *hour;
    date.minute = digits(1, 2).value_or(0);
    take("분");
    if (take(":")) digits(2, 2);
    const std::string_view after_seconds = rest_;
    while (take(" ")) {
    }
    if (digits(1, 2) && take("초")) {
    } else {
      rest_ = after_seconds;
    }
    if (take(".") || take(",")) digits(1, 9);
    const std::string_view after_time = rest_;
    while (take(" ")) {
    }
    morning = morning || take("AM") || take("am") || take("a.m.");
    afternoon = afternoon || (!morning && (take("PM") || take("pm") || take("p.m.")));
    if (!morning && !afternoon) rest_ = after_time;
    if (afternoon && date.hour < 12) date.hour += 12;
    if (morning && date.hour == 12) date.hour = 0;
    zone(date);
  }

  void zone(DateTime& date) {
    const std::string_view start = rest_;
    take(" ");
    if (take("Z") || take("GMT") || take("UTC")) {
      date.offset = chrono::minutes(0);
    } else if (take("KST")) {
      date.offset = kKoreanOffset;
    } else if (rest_.starts_with('+') || rest_.starts_with('-')) {
      const int sign = rest_.front() == '-' ? -1 : 1;
      rest_.remove_prefix(1);
      const auto hours = digits(2, 2);
      take(":");
      const auto minutes = digits(2, 2);
      if (hours)
        date.offset = sign * (chrono::hours(*hours) + chrono::minutes(minutes.value_or(0)));
    } else {
      rest_ = start;
    }
  }

  // No digit may follow: 2020-02-031 is no date.
  std::optional<DateTime> closed(const DateTime& date) const {
    if (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') return std::nullopt;
    return date;
  }

  bool separator(std::string_view unit) {
    while (take(" ")) {
    }
    const bool found = take(unit) || take("-") || take(".") || take("/");
    while (take(" ")) {
    }
    return found;
  }

  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
      value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  bool take_any_of(std::string_view bytes) {
    if (rest_.empty() || bytes.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  template <std::size_t N>
  bool take_word(const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return take(word); });
  }

  std::string_view rest_;
  bool is_later_ = false;
};

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

}  // namespace

NewsDates parse_dates(std::string_view text) {
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
