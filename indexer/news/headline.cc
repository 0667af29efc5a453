#include "indexer/news/headline.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/take_line.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Signs that an item or a subtitle begins with, or ends.
constexpr std::array<std::string_view, 18> kItemMarks = {
    "-", "–", "―", "─", "□", "■", "○", "●", "◇", "◆", "△", "▲", "※", "*", "•", "·", "ㆍ", "ㅇ"};

bool is_item(std::string_view line) {
  return std::any_of(kItemMarks.begin(), kItemMarks.end(), [&](std::string_view mark) {
    return line.starts_with(mark) || line.ends_with(mark);
  });
}

// A line of it is in large letters, so it is short.
bool is_headline(std::string_view cell) {
  constexpr std::size_t kLongestHeadline = 500;  // bytes, with its subtitles
  constexpr std::ptrdiff_t kMostLines = 4;
  constexpr std::size_t kLongestLine = 60;  // characters
  if (cell.size() > kLongestHeadline || std::count(cell.begin(), cell.end(), '\n') >= kMostLines) {
    return false;
  }
  while (!cell.empty()) {
    if (count_chars(take_line(cell)) > kLongestLine) return false;
  }
  return true;
}

}  // namespace

std::string with_whole_headline(std::string_view cell) {
  if (!is_headline(cell)) return std::string(cell);
  std::string out;
  bool was_item = false;
  while (!cell.empty()) {
    const std::size_t newline = std::min(cell.find('\n'), cell.size());
    const std::string_view line = trim(cell.substr(0, newline));
    const bool item = is_item(line);
    if (!out.empty()) out += item || was_item ? '\n' : ' ';
    out += line;
    was_item = item;
    cell.remove_prefix(std::min(newline + 1, cell.size()));
  }
  return out;
}

}  // namespace gisa
