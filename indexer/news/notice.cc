#include "indexer/news/notice.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"
#include "indexer/news/blanks.h"
#include "indexer/news/date.h"

namespace gisa {

namespace {

// `한빛시장`, `인 사 혁 신 처 장`: who signs a notice.
bool is_office_holder(std::string_view line) {
  constexpr std::array<std::string_view, 9> kHolders = {"시장", "구청장", "군수", "도지사", "장관",
                                                        "처장", "청장",   "원장", "위원장"};
  constexpr std::size_t kLongest = 25;  // characters
  std::string plain = without_blanks(line);
  for (const std::string_view seal : {"(인)", "[인]"}) {
    if (plain.ends_with(seal)) plain.resize(plain.size() - seal.size());
  }
  return count_chars(plain) <= kLongest &&
         std::any_of(kHolders.begin(), kHolders.end(),
                     [&](std::string_view holder) { return plain.ends_with(holder); });
}

// Of a line that is a day and nothing else: `2025년 3월 4일`, `2025. 3. 4.`.
std::string day_alone(std::string_view line) {
  constexpr std::size_t kLongest = 20;  // characters
  if (count_chars(line) > kLongest || line.empty() ||
      !is_ascii_digit(static_cast<unsigned char>(line.front()))) {
    return {};
  }
  const std::string plain = without_blanks(line);
  const bool is_day = plain.ends_with("일") || plain.ends_with('.') ||
                      is_ascii_digit(static_cast<unsigned char>(plain.back()));
  std::string date = is_day ? parse_date(line) : std::string();
  return date.size() == std::string_view("2025-03-04").size() ? date : std::string();
}

}  // namespace

bool is_number_of_notice(std::string_view line) {
  constexpr std::array<std::string_view, 8> kNotices = {"공고제", "고시제", "훈령제", "예규제",
                                                        "지침제", "조례제", "규칙제", "공시제"};
  constexpr std::string_view kEnd = "호";
  std::string plain = without_blanks(line);
  if (!plain.ends_with(kEnd)) return false;
  for (const std::string_view dash : {"\u2013", "\u2010", "\u2212"}) {
    for (std::size_t at = plain.find(dash); at != plain.npos; at = plain.find(dash, at)) {
      plain.replace(at, dash.size(), "-");
    }
  }
  const std::string_view rest = std::string_view(plain).substr(0, plain.size() - kEnd.size());
  const std::size_t behind = rest.find_last_not_of("0123456789-") + 1;
  if (behind == rest.size()) return false;
  const std::string_view before = rest.substr(0, behind);
  return std::any_of(kNotices.begin(), kNotices.end(),
                     [&](std::string_view notice) { return before.ends_with(notice); });
}

std::string day_of_signature(std::string_view text) {
  constexpr std::size_t kLongestDay = 60;  // bytes, of a line
  std::string day;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (line.empty()) continue;
    if (!day.empty() && is_office_holder(line)) return day;
    day = line.size() <= kLongestDay ? day_alone(line) : std::string();
  }
  return {};
}

}  // namespace gisa
