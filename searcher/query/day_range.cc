#include "searcher/query/day_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "common/text/utf8.h"

namespace gisa {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

struct Days {
  sys_days first;
  sys_days last;
};

enum class Unit { day, week, month, year };

std::string iso(sys_days day) {
  const year_month_day date(std::max(day, sys_days(year(0) / 1 / 1)));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// Reads a text from its front, blanks passed over.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) { skip(); }

  bool done() const { return rest_.empty(); }

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    skip();
    return true;
  }

  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') ++length;
    if (length < least || length > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    skip();
    return value;
  }

 private:
  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size())); }

  std::string_view rest_;
};

std::optional<Days> day(int y, int m, int d) {
  const year_month_day date{year(y), std::chrono::month(static_cast<unsigned>(m)),
                            std::chrono::day(static_cast<unsigned>(d))};
  if (!date.ok()) return std::nullopt;
  return Days{date, date};
}

std::optional<Days> whole_month(int y, int m) {
  const year_month month{year(y), std::chrono::month(static_cast<unsigned>(m))};
  if (!month.ok()) return std::nullopt;
  return Days{sys_days(month / 1), sys_days(month / std::chrono::last)};
}

Days whole_year(int y) { return {sys_days(year(y) / 1 / 1), sys_days(year(y) / 12 / 31)}; }

// 2020, 2020-02, 2020.2.3., 2020/02/03, 2020년 2월 3일
std::optional<Days> separated(Scanner text) {
  const auto separator = [&](std::string_view unit) {
    return text.take(unit) || text.take("-") || text.take(".") || text.take("/");
  };
  const auto y = text.number(4, 4);
  if (!y) return std::nullopt;
  const bool more = separator("년");
  if (text.done()) return whole_year(*y);
  if (!more) return std::nullopt;
  const auto m = text.number(1, 2);
  if (!m) return std::nullopt;
  const bool day_follows = separator("월");
  if (text.done()) return whole_month(*y, *m);
  if (!day_follows) return std::nullopt;
  const auto d = text.number(1, 2);
  if (!d) return std::nullopt;
  if (!text.take("일")) text.take(".");
  return text.done() ? day(*y, *m, *d) : std::nullopt;
}

// 202002, 20200203
std::optional<Days> compact(std::string_view text) {
  Scanner scanner(text);
  if (const auto date = scanner.number(8, 8); date && scanner.done()) {
    return day(*date / 10000, *date / 100 % 100, *date % 100);
  }
  scanner = Scanner(text);
  if (const auto month = scanner.number(6, 6); month && scanner.done()) {
    return whole_month(*month / 100, *month % 100);
  }
  return std::nullopt;
}

struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr UnitName kUnits[] = {
    {"일", Unit::day},     {"주일", Unit::week},    {"주간", Unit::week},   {"주", Unit::week},
    {"달", Unit::month},   {"개월", Unit::month},   {"년", Unit::year},     {"days", Unit::day},
    {"day", Unit::day},    {"d", Unit::day},        {"weeks", Unit::week},  {"week", Unit::week},
    {"w", Unit::week},     {"months", Unit::month}, {"month", Unit::month}, {"m", Unit::month},
    {"years", Unit::year}, {"year", Unit::year},    {"y", Unit::year},
};

struct Length {
  int count;
  Unit unit;
};

// 7일, 2주, 6개월, 1년, 7d; 일주일, 한 달
std::optional<Length> length(Scanner text) {
  std::optional<int> count = text.number(1, 4);
  if (!count && (text.take("한") || text.take("일"))) count = 1;
  if (!count || *count == 0) return std::nullopt;
  for (const auto& [name, unit] : kUnits) {
    Scanner rest = text;
    if (rest.take(name) && rest.done()) return Length{*count, unit};
  }
  return std::nullopt;
}

sys_days moved(sys_days from, Length by) {
  const year_month_day date(from);
  const auto valid = [](year_month_day day) {
    return day.ok() ? sys_days(day) : sys_days(day.year() / day.month() / std::chrono::last);
  };
  switch (by.unit) {
    case Unit::day: return from + days(by.count);
    case Unit::week: return from + days(7 * by.count);
    case Unit::month: return valid(date + months(by.count));
    case Unit::year: return valid(date + years(by.count));
  }
  return from;
}

// The calendar's day, week, month or year that is `back` of them before today's.
Days calendar(Unit unit, int back, sys_days today) {
  const sys_days then = moved(today, {-back, unit});
  const year_month_day date(then);
  switch (unit) {
    case Unit::day: break;
    case Unit::week: {
      const sys_days monday = then - (std::chrono::weekday(then) - std::chrono::Monday);
      return {monday, monday + days(6)};
    }
    case Unit::month: {
      const year_month month =
          year_month(year_month_day(today).year(), year_month_day(today).month()) - months(back);
      return {sys_days(month / 1), sys_days(month / std::chrono::last)};
    }
    case Unit::year: return whole_year(static_cast<int>(year_month_day(today).year()) - back);
  }
  return {then, then};
}

struct Named {
  std::string_view name;  // without blanks
  Unit unit;
  int back;
};

constexpr Named kNamed[] = {
    {"오늘", Unit::day, 0},     {"어제", Unit::day, 1},      {"그제", Unit::day, 2},
    {"그저께", Unit::day, 2},   {"이번주", Unit::week, 0},   {"금주", Unit::week, 0},
    {"지난주", Unit::week, 1},  {"이번달", Unit::month, 0},  {"이달", Unit::month, 0},
    {"지난달", Unit::month, 1}, {"저번달", Unit::month, 1},  {"올해", Unit::year, 0},
    {"작년", Unit::year, 1},    {"지난해", Unit::year, 1},   {"재작년", Unit::year, 2},
    {"today", Unit::day, 0},    {"yesterday", Unit::day, 1},
};

std::string without_blanks(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  return out;
}

// 오늘, 지난달, 최근 7일, 7d
std::optional<Days> relative(std::string_view text, sys_days today) {
  const std::string name = without_blanks(text);
  for (const Named& named : kNamed) {
    if (name == named.name) return calendar(named.unit, named.back, today);
  }
  Scanner scanner(text);
  if (!scanner.take("최근")) scanner.take("지난");
  if (const auto back = length(scanner)) {
    return Days{moved(today, {-back->count, back->unit}) + days(1), today};
  }
  return std::nullopt;
}

std::optional<Days> one(std::string_view text, sys_days today) {
  if (auto found = separated(Scanner(text))) return found;
  if (auto found = compact(text)) return found;
  return relative(text, today);
}

sys_days day_of(std::string_view text) {
  const auto found = separated(Scanner(text));
  return found ? found->first : sys_days();
}

std::optional<DayRange> between(std::string_view from, std::string_view to, sys_days today) {
  std::optional<Days> first;
  std::optional<Days> last;
  if (!from.empty() && !(first = one(from, today))) return std::nullopt;
  if (!to.empty() && !(last = one(to, today))) {
    const bool same_year = first && to.find("월") != std::string_view::npos;  // 2020년 2월 ~ 3월
    if (same_year)
      last = separated(Scanner(iso(first->first).substr(0, 4) + "년 " + std::string(to)));
    if (!last) return std::nullopt;
  }
  if (!first && !last) return std::nullopt;
  const bool turned = first && last && first->first > last->last;
  if (turned) std::swap(first, last);
  return DayRange{first ? iso(first->first) : "", last ? iso(last->last) : "", turned};
}

}  // namespace

std::optional<DayRange> parse_day_range(std::string_view text, std::string_view today) {
  const sys_days now = day_of(today);
  text = trim(text);
  if (text.ends_with('-') || text.ends_with('/')) return std::nullopt;  // more was meant
  if (const auto days = one(text, now)) return DayRange{iso(days->first), iso(days->last)};
  for (const std::string_view to : {"..", "~", "–"}) {
    const std::size_t at = text.find(to);
    if (at == std::string_view::npos) continue;
    return between(trim(text.substr(0, at)), trim(text.substr(at + to.size())), now);
  }
  return std::nullopt;
}

std::optional<int> parse_days(std::string_view text) {
  const auto found = length(Scanner(text));
  if (!found) return std::nullopt;
  switch (found->unit) {
    case Unit::day: return found->count;
    case Unit::week: return 7 * found->count;
    case Unit::month: return 30 * found->count;
    case Unit::year: return 365 * found->count;
  }
  return std::nullopt;
}

std::string today_in_korea() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(9);
  return iso(std::chrono::floor<days>(now));
}

std::string first_day_of(std::string_view iso_date) {
  const auto days = separated(Scanner(iso_date.substr(0, 10)));
  return days ? iso(days->first) : std::string();
}

std::string last_day_of(std::string_view iso_date) {
  const auto days = separated(Scanner(iso_date.substr(0, 10)));
  return days ? iso(days->last) : std::string();
}

std::string last_day_of_digits(std::string_view digits) {
  if (digits.size() == 4) return last_day_of(digits);
  const auto days = compact(digits);
  return days ? iso(days->last) : std::string();
}

std::optional<int> first_day_number(std::string_view iso_date) {
  const auto days = separated(Scanner(iso_date.substr(0, 10)));
  if (!days) return std::nullopt;
  return static_cast<int>(days->first.time_since_epoch().count());
}

int days_between(std::string_view from, std::string_view to) {
  return static_cast<int>((day_of(to) - day_of(from)).count());
}

}  // namespace gisa
