#include "indexer/news/list_numbers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/utf8.h"

namespace gisa {

namespace {

struct Style {
  char32_t first = 0;              // the numbers follow one another from it
  unsigned most = 0;               // how many there are
  std::u32string_view signs = {};  // else these
};

constexpr std::array<Style, 14> kStyles = {{
    {},
    {U'①', 20},
    {U'Ⅰ', 12},
    {U'ⅰ', 12},
    {U'A', 26},
    {U'a', 26},
    {U'Ⓐ', 26},
    {U'ⓐ', 26},
    {0, 14, U"가나다라마바사아자차카타파하"},
    {U'㉮', 14},
    {0, 14, U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"},
    {U'㉠', 14},
    {0, 10, U"일이삼사오육칠팔구십"},
    {0, 10, U"一二三四五六七八九十"},
}};

}  // namespace

std::string written(NumberStyle style, unsigned number) {
  const Style& row = kStyles.at(static_cast<std::size_t>(style));
  if (number == 0 || number > row.most) return std::to_string(number);
  std::string out;
  append_char(out, row.signs.empty() ? row.first + number - 1 : row.signs[number - 1]);
  return out;
}

void ListNumbers::define(int list, std::vector<ListLevel> levels) {
  constexpr std::size_t kMostLists = 10'000;
  constexpr std::size_t kMostLevels = 9;
  constexpr std::size_t kLongestPattern = 50;  // bytes
  if (lists_.size() >= kMostLists) return;
  levels.resize(std::min(levels.size(), kMostLevels));
  for (ListLevel& level : levels) {
    level.pattern = std::string(cut_to_bytes(level.pattern, kLongestPattern));
  }
  const std::size_t count = levels.size();
  lists_[list] = {std::move(levels), std::vector<unsigned>(count)};
}

void ListNumbers::start_at(int list, std::size_t level, unsigned number) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level >= found->second.counts.size() || number == 0) return;
  found->second.counts[level] = number - 1;
  if (number == 1) found->second.levels[level].start = 1;
}

std::string ListNumbers::next(int list, std::size_t level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level >= found->second.levels.size()) return {};
  auto& [levels, counts] = found->second;
  counts[level] = counts[level] == 0 ? levels[level].start : counts[level] + 1;
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), 0u);
  std::string out;
  const std::string& pattern = levels[level].pattern;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::size_t of =
        at + 1 < pattern.size() ? static_cast<std::size_t>(pattern[at + 1]) - '1' : levels.size();
    if (pattern[at] != '^' || of >= levels.size()) {
      out += pattern[at];
      continue;
    }
    out += written(levels[of].style, counts[of] == 0 ? levels[of].start : counts[of]);
    ++at;
  }
  return out;
}

std::string plain_bullet(std::string_view sign) {
  const char32_t first = sign.empty() ? 0 : decode_char(sign, 0).value;
  const bool is_private = first >= 0xE000 && first < 0xF900;
  return is_private ? "•" : std::string(trim(sign));
}

}  // namespace gisa
