#include "indexer/news/line_kind.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/news/date.h"

namespace gisa {

namespace {

// A heading or a caption's mark is one short line; a paragraph that happens to begin with such a
// sign (○ 고흥군은 ... 밝혔다.) is text.
constexpr std::size_t kLongestHeading = 60;  // characters
constexpr std::size_t kLongestNotice = 120;
constexpr std::size_t kLongestCaption = 300;

constexpr std::array<std::string_view, 12> kHeadingMarks = {"◆", "◇", "■", "□",   "▶",    "▷",
                                                            "○", "●", "◎", "## ", "### ", "❚"};
constexpr std::array<std::array<std::string_view, 2>, 5> kEnclosures = {
    {{"【", "】"}, {"<", ">"}, {"[", "]"}, {"〈", "〉"}, {"《", "》"}}};
constexpr std::array<std::string_view, 4> kCaptionMarks = {"▲", "△", "[사진", "(사진"};
constexpr std::array<std::string_view, 4> kCaptionSigns = {
    "(사진=", "[사진=", "(사진 =", "(사진제공="};
constexpr std::array<std::string_view, 4> kNoticeSigns = {"무단전재", "무단 전재", "재배포 금지",
                                                          "All rights reserved"};

template <std::size_t N>
bool begins_with_any(std::string_view line, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return line.starts_with(mark); });
}

template <std::size_t N>
bool has_any(std::string_view line, const std::array<std::string_view, N>& signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return line.find(sign) != std::string_view::npos;
  });
}

bool ends_a_sentence(std::string_view line) {
  return line.ends_with("다.") || line.ends_with("다") || line.ends_with("요.");
}

bool is_enclosed(std::string_view line) {
  return std::any_of(kEnclosures.begin(), kEnclosures.end(), [&](const auto& pair) {
    const auto& [open, close] = pair;
    return line.starts_with(open) && line.ends_with(close) &&
           line.find(close) == line.size() - close.size();
  });
}

// `kim@daon.example`, or a reporter's name before it.
bool is_mail_line(std::string_view line, std::size_t chars) {
  const std::size_t at = line.find('@');
  return at != std::string_view::npos && chars <= 50 && !ends_a_sentence(line) &&
         line.find('.', at) != std::string_view::npos;
}

bool is_date_line(std::string_view line, std::size_t chars) {
  return chars <= kLongestNotice && !ends_a_sentence(line) && is_dateline(line);
}

}  // namespace

LineKind classify_line(std::string_view line) {
  line = trim(line);
  if (line.empty()) return LineKind::blank;
  const std::size_t chars = count_chars(line);
  if (chars <= kLongestCaption &&
      (begins_with_any(line, kCaptionMarks) || has_any(line, kCaptionSigns))) {
    return LineKind::caption;
  }
  if (chars <= kLongestNotice && has_any(line, kNoticeSigns)) return LineKind::notice;
  if (is_mail_line(line, chars) || is_date_line(line, chars)) return LineKind::notice;
  if (chars <= kLongestHeading && !ends_a_sentence(line) &&
      (begins_with_any(line, kHeadingMarks) || is_enclosed(line))) {
    return LineKind::heading;
  }
  return LineKind::text;
}

}  // namespace gisa
