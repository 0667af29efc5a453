#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/news/words.h"

namespace gisa {

// Korea has had no summer time since 1988.
constexpr std::chrono::minutes kKoreanOffset{9 * 60};

// A date as it is written, as precise as it is given.
struct DateTime {
  int year = 0;
  int month = 0;  // 0: not given
  int day = 0;
  int hour = -1;  // -1: not given
  int minute = 0;
  std::optional<std::chrono::minutes> offset;  // of the zone, if one is named
};

// Takes dates off the front of a text, which must outlive it. Whether there is such a day is for
// the caller to see.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }

  // Blanks, punctuation, labels and weekdays before or between dates.
  void skip_around();

  // True if the label that was skipped last is one of a change.
  bool is_later() const { return is_later_; }

  std::optional<DateTime> date();

 private:
  // 2020, 2, 3 with hour and minute or without, as programs print the parts; 2020 02 03.
  std::optional<DateTime> listed();

  // 2020-02-03, 2020.2.3., 2020/02/03, 2020년 2월 3일, 2020-Feb-03, and less of it.
  std::optional<DateTime> numeric();

  // 20200203, 202002030914
  std::optional<DateTime> compact();

  // 22 Aug 2026 10:38:05 +0000, 22-Aug-26 10:38:05 GMT
  std::optional<DateTime> rfc822();

  // Feb 3, 2020; Feb 03 09:14:08 2020, as ctime() has it, with or without a zone before the year.
  std::optional<DateTime> month_first();

  // 20.02.03, '20. 2. 3., 20년 2월 3일; all of it, or it may be a version, a score, an address.
  std::optional<DateTime> short_year();

  // 오후 2:20 2020-02-03
  std::optional<DateTime> time_first();

  // Any of the forms that begin with a date.
  std::optional<DateTime> date_first();

  bool between();

  // From 1, with the rest of its name; 0 if there is none.
  int month_name();

  std::optional<int> year_of_two_or_four();

  // Newspapers on the web are no older than it.
  static int century_of(int year) { return year < 80 ? 2000 + year : 1900 + year; }

  void time(DateTime& date);

  void zone(DateTime& date);

  // No digit may follow: 2020-02-031 is no date. Behind a year alone nothing of a date may:
  // 2020-W06-1 is not 2020.
  std::optional<DateTime> closed(const DateTime& date) const;

  bool separator(std::string_view unit);

  std::optional<int> digits(std::size_t least, std::size_t most);

  bool take(std::string_view what);

  bool take_any_of(std::string_view bytes);

  // The first of the words that stands here.
  bool take_word(Words words);

  std::string_view rest_;
  bool is_later_ = false;
};

}  // namespace gisa
