#include "searcher/text/wrapped_line.h"

#include <algorithm>

#include "common/analysis/script_run.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Characters. A list or a heading has shorter lines.
constexpr std::size_t kNarrowest = 15;

// Lines on either side that are looked at.
constexpr std::size_t kMostLines = 20;

std::string_view line_before(std::string_view text) {
  const std::size_t newline = text.rfind('\n');
  return newline == text.npos ? text : text.substr(newline + 1);
}

std::string_view line_behind(std::string_view text) { return text.substr(0, text.find('\n')); }

bool is_one_of(char32_t c, std::u32string_view chars) {
  return chars.find(c) != std::u32string_view::npos;
}

bool is_letter_or_digit(char32_t c) { return is_ascii_letter(c) || script_of(c) != Script::other; }

bool ends_unfinished(std::string_view line) {
  constexpr std::u32string_view kClosing = U"\"'”’)」』》〉";
  while (!line.empty() && is_one_of(last_char(line).value, kClosing)) {
    line.remove_suffix(last_char(line).length);
  }
  if (line.empty()) return false;
  const char32_t last = last_char(line).value;
  return is_letter_or_digit(last) || is_one_of(last, U",·ㆍ-%");
}

bool goes_on(std::string_view line) {
  if (line.empty()) return false;
  const char32_t first = decode_char(line, 0).value;
  return is_letter_or_digit(first) || is_one_of(first, U"\"'“‘(「『《〈$");
}

// Of the widest line of the paragraph around `newline`.
std::size_t width_around(std::string_view text, std::size_t newline) {
  std::size_t width = 0;
  std::string_view before = text.substr(0, newline);
  for (std::size_t lines = 0; lines < kMostLines; ++lines) {
    const std::string_view line = line_before(before);
    if (trim(line).empty()) break;
    width = std::max(width, count_chars(line));
    if (line.size() == before.size()) break;
    before.remove_suffix(line.size() + 1);
  }
  std::string_view behind = text.substr(newline + 1);
  for (std::size_t lines = 0; lines < kMostLines; ++lines) {
    const std::string_view line = line_behind(behind);
    if (trim(line).empty()) break;
    width = std::max(width, count_chars(line));
    if (line.size() == behind.size()) break;
    behind.remove_prefix(line.size() + 1);
  }
  return width;
}

}  // namespace

bool is_wrapped_line(std::string_view text, std::size_t newline) {
  // Most lines end with a sentence, or are empty: nothing else is looked at.
  std::size_t end = newline;
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == 0 || text[end - 1] == '.' || text[end - 1] == '\n') return false;
  const std::string_view line = trim(line_before(text.substr(0, end)));
  if (!ends_unfinished(line)) return false;
  const std::string_view next = trim(line_behind(text.substr(newline + 1)));
  if (!goes_on(next)) return false;
  const std::size_t width = width_around(text, newline);
  const std::size_t next_word = count_chars(next.substr(0, next.find(' ')));
  // A fifth less is full, too: the lines of one paragraph are not of one length.
  return width >= kNarrowest && 5 * (count_chars(line) + 1 + next_word) > 4 * width;
}

}  // namespace gisa
