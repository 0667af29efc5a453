#include "searcher/expand/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "common/store/plain_file.h"
#include "common/text/encoding.h"
#include "gisa/error.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestFile = std::size_t{16} << 20;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The words between commas; empty if one of them is.
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    const std::string_view word = trimmed(list.substr(at, comma - at));
    if (folded_chars(word).empty()) return {};
    words.emplace_back(word);
    at = comma + 1;
  }
  return words;
}

}  // namespace

Synonyms Synonyms::read(const std::string& path) {
  const auto bytes = read_plain_file(path, kLongestFile, Links::follow);
  if (!bytes) {
    throw Error(ErrorCode::input, fmt::format("cannot read the synonyms in {}", path),
                "it must be a regular file of at most 16 MB, a line a group: 백신, 예방주사");
  }
  std::istringstream file(*bytes);
  Synonyms synonyms;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const std::string decoded = decode_typed(line);
    const std::string_view text = trimmed(std::string_view(decoded).substr(0, decoded.find('#')));
    if (text.empty()) continue;
    const std::size_t arrow = text.find("=>");
    const std::vector<std::string> left = words_of(text.substr(0, arrow));
    const std::vector<std::string> right =
        arrow == text.npos ? left : words_of(text.substr(arrow + 2));
    if (left.empty() || right.empty() || (arrow == text.npos && left.size() < 2)) {
      throw Error(ErrorCode::input, fmt::format("{}:{}: no group of synonyms", path, number),
                  "write `백신, 예방주사` or `코로나 => 코로나19`");
    }
    for (const std::string& word : left) {
      const std::u32string key = folded_chars(word);
      for (const std::string& other : right) {
        if (folded_chars(other) != key) synonyms.groups_[key].push_back(other);
      }
    }
  }
  return synonyms;
}

const std::vector<std::string>& Synonyms::of(std::u32string_view word) const {
  static const std::vector<std::string> none;
  const auto found = groups_.find(word);
  return found == groups_.end() ? none : found->second;
}

}  // namespace gisa
