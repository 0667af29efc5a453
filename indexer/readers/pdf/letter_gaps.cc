#include "indexer/readers/pdf/letter_gaps.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

int height_of_letters(const PdfWord& word) { return std::max(1, word.bottom - word.top); }

bool stand_in_one_line(const PdfWord& left, const PdfWord& right) {
  const int height = std::min(height_of_letters(left), height_of_letters(right));
  const int shared = std::min(left.bottom, right.bottom) - std::max(left.top, right.top);
  return 2 * shared >= height && right.left >= left.right && right.left - left.right < height;
}

// In thousandths of the height of letters.
int gap_between(const PdfWord& left, const PdfWord& right) {
  return 1000 * (right.left - left.right) /
         std::min(height_of_letters(left), height_of_letters(right));
}

enum class Kind { none, blank, behind_digit };

// What stands between two words of a line.
Kind kind_of_gap(const PdfWord& left, const PdfWord& right) {
  if (!left.blank_behind || left.text.empty() || right.text.empty()) return Kind::none;
  const char32_t before = last_char(left.text).value;
  const char32_t behind = decode_char(right.text, 0).value;
  if (is_hangul_syllable(before) && is_hangul_syllable(behind)) return Kind::blank;
  return is_ascii_digit(before) && is_hangul_syllable(behind) ? Kind::behind_digit : Kind::none;
}

int median_of(std::vector<int> gaps) {
  if (gaps.empty()) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

}  // namespace

// Blanks of a line that fills its column are as wide as one another, of other lines they differ.
std::vector<bool> gaps_of_programs(const std::vector<PdfWord>& words) {
  constexpr std::size_t kEnough = 2;  // blanks of a line
  std::vector<bool> are_of_programs(words.size(), false);
  std::vector<int> of_page;
  const auto judge = [&](std::size_t begin, std::size_t end, std::vector<int> blanks) {
    const int blank = blanks.size() >= kEnough ? median_of(std::move(blanks)) : median_of(of_page);
    for (std::size_t i = begin + 1; i < end; ++i) {
      const bool is_behind = kind_of_gap(words[i - 1], words[i]) == Kind::behind_digit;
      are_of_programs[i] = is_behind && 4 * gap_between(words[i - 1], words[i]) < 3 * blank;
    }
  };
  struct Line {
    std::size_t begin;
    std::size_t end;
    std::vector<int> blanks;
  };
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || !stand_in_one_line(words[i - 1], words[i])) lines.push_back({i, i, {}});
    Line& line = lines.back();
    line.end = i + 1;
    if (i == line.begin || kind_of_gap(words[i - 1], words[i]) != Kind::blank) continue;
    line.blanks.push_back(gap_between(words[i - 1], words[i]));
    of_page.push_back(line.blanks.back());
  }
  for (Line& line : lines) judge(line.begin, line.end, std::move(line.blanks));
  return are_of_programs;
}

}  // namespace gisa
