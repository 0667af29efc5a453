#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The dates of a line by what their labels say, in the form of parse_date().
struct NewsDates {
  std::string issued;
  std::string modified;  // 수정, 최종수정, 업데이트
};

NewsDates parse_dates(std::string_view text);

// The date that `text` begins with or names, as ISO 8601 in Korean time, as precise as it is given:
// `2020.02.03 오전 9:14` -> 2020-02-03T09:14, `Sat, 22 Aug 2026 10:38:05 +0000` ->
// 2026-08-22T19:38, `2022-07` -> 2022-07. Labels before it (입력, 승인, 기사입력 ...) do not
// matter; a date of issue wins over one of a change. Empty if there is none, or no such day.
std::string parse_date(std::string_view text);

// True for a line that holds dates of issue with their labels and nothing else.
bool is_dateline(std::string_view line);

}  // namespace gisa
