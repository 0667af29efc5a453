#include "indexer/news/date_scanner.h"

#include <algorithm>
#include <array>

namespace gisa {

namespace {

namespace chrono = std::chrono;

// A longer word before the shorter one that it begins with.
constexpr std::array<std::string_view, 19> kLabels = {
    "기사입력시간", "기사입력", "기사등록",  "기사승인",  "기사 입력", "입력시간", "입력",
    "등록",         "승인",     "송고",      "작성",      "게재",      "발행",     "일시",
    "날짜",         "Date",     "Posted on", "Published", "Posted"};

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

}  // namespace

void DateScanner::skip_around() {
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

std::optional<DateTime> DateScanner::date() {
  const std::string_view start = rest_;
  for (const auto form : {&DateScanner::date_first, &DateScanner::time_first}) {
    if (auto found = (this->*form)()) return found;
    rest_ = start;
  }
  return std::nullopt;
}

std::optional<DateTime> DateScanner::date_first() {
  const std::string_view start = rest_;
  for (const auto form :
       {&DateScanner::listed, &DateScanner::numeric, &DateScanner::compact, &DateScanner::rfc822,
        &DateScanner::month_first, &DateScanner::short_year}) {
    if (auto found = (this->*form)()) return found;
    rest_ = start;
  }
  return std::nullopt;
}

std::optional<DateTime> DateScanner::time_first() {
  DateTime at;
  time(at);
  if (at.hour < 0) return std::nullopt;
  while (take_any_of(" ,")) {
  }
  auto date = date_first();
  if (!date || date->day == 0) return std::nullopt;
  if (date->hour < 0) {
    date->hour = at.hour;
    date->minute = at.minute;
    date->offset = at.offset;
  }
  return date;
}

std::optional<DateTime> DateScanner::listed() {
  std::array<int, 5> parts{};  // year to minute
  std::size_t given = 0;
  char mark = 0;
  while (given < parts.size()) {
    const bool is_year = given == 0;
    const auto part = is_year ? digits(4, 4) : digits(1, 2);
    if (!part) return std::nullopt;
    parts[given++] = *part;
    if (mark == 0 && !rest_.empty()) mark = rest_.front();
    if (mark != ',' && mark != ' ') break;
    if (given == 3 && mark == ' ') break;  // a time of day may follow
    if (!take_any_of({&mark, 1})) break;
    while (take(" ")) {
    }
  }
  if (given < 3) return std::nullopt;
  DateTime date;
  date.year = parts[0];
  date.month = parts[1];
  date.day = parts[2];
  if (given > 3) {
    date.hour = parts[3];
    date.minute = parts[4];
    while (digits(1, 6)) {  // seconds, microseconds
      while (take_any_of(", ")) {
      }
    }
  } else {
    time(date);
  }
  return closed(date);
}

std::optional<DateTime> DateScanner::numeric() {
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
  } else if (date.month = month_name(); date.month > 0) {
    between();
    const auto day = digits(1, 2);
    if (!day) return std::nullopt;
    date.day = *day;
    time(date);
  } else if (!named) {
    rest_ = after_year;
  }
  return closed(date);
}

std::optional<DateTime> DateScanner::compact() {
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

std::optional<DateTime> DateScanner::rfc822() {
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

std::optional<DateTime> DateScanner::month_first() {
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

std::optional<DateTime> DateScanner::short_year() {
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

bool DateScanner::between() {
  bool any = false;
  while (take_any_of(" -,.")) any = true;
  return any;
}

int DateScanner::month_name() {
  const auto* month = std::find_if(kMonths.begin(), kMonths.end(),
                                   [&](std::string_view name) { return rest_.starts_with(name); });
  if (month == kMonths.end()) return 0;
  rest_.remove_prefix(month->size());
  rest_.remove_prefix(
      std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), rest_.size()));
  take(".");
  return static_cast<int>(month - kMonths.begin()) + 1;
}

std::optional<int> DateScanner::year_of_two_or_four() {
  if (const auto year = digits(4, 4)) return year;
  const auto year = digits(2, 2);
  return year ? std::optional(century_of(*year)) : std::nullopt;
}

void DateScanner::time(DateTime& date) {
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

void DateScanner::zone(DateTime& date) {
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
    if (hours) date.offset = sign * (chrono::hours(*hours) + chrono::minutes(minutes.value_or(0)));
  } else {
    rest_ = start;
  }
}

std::optional<DateTime> DateScanner::closed(const DateTime& date) const {
  if (rest_.empty()) return date;
  const char next = rest_.front();
  if (next >= '0' && next <= '9') return std::nullopt;
  if (date.month == 0 && (next == '-' || next == '/')) return std::nullopt;
  return date;
}

bool DateScanner::separator(std::string_view unit) {
  while (take(" ")) {
  }
  const bool found = take(unit) || take("-") || take(".") || take("/");
  while (take(" ")) {
  }
  return found;
}

std::optional<int> DateScanner::digits(std::size_t least, std::size_t most) {
  std::size_t count = 0;
  int value = 0;
  while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
    value = value * 10 + (rest_[count++] - '0');
  }
  if (count < least) return std::nullopt;
  rest_.remove_prefix(count);
  return value;
}

bool DateScanner::take(std::string_view what) {
  if (!rest_.starts_with(what)) return false;
  rest_.remove_prefix(what.size());
  return true;
}

bool DateScanner::take_any_of(std::string_view bytes) {
  if (rest_.empty() || bytes.find(rest_.front()) == std::string_view::npos) return false;
  rest_.remove_prefix(1);
  return true;
}

bool DateScanner::take_word(Words words) {
  const std::size_t length = length_of_any(rest_, words);
  rest_.remove_prefix(length);
  return length > 0;
}

}  // namespace gisa
