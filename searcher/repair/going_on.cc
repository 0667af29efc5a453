#include "searcher/repair/going_on.h"

#include <algorithm>
#include <cstdint>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/repair/keyboard.h"
#include "searcher/text/folded_text.h"

namespace gisa {

Beginning::Beginning(std::string_view typed)
    : typed_(folded_chars(typed)), keys_(keys_of(typed_)) {}

bool Beginning::becomes(std::string_view word) const {
  return keys_of(folded_chars(word)).starts_with(keys_);
}

std::vector<std::string> Beginning::words(const Vocabulary& vocabulary, std::size_t most) const {
  struct Found {
    std::string word;
    std::uint32_t frequency;
  };
  std::vector<Found> found;
  if (typed_.empty()) return {};
  std::u32string first = typed_;
  std::u32string last = typed_;
  if (is_hangul_syllable(typed_.back())) {  // its end may go over to the next one
    first.back() -= final_of(typed_.back());
    last.back() = first.back() + kFinals - 1;
  }
  const std::string end = utf8(last);
  vocabulary.for_each_from(utf8(first), [&](std::string_view word, std::uint32_t frequency) {
    if (word.substr(0, end.size()) > end) return false;
    if (becomes(word)) found.push_back({std::string(word), frequency});
    return true;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.frequency > b.frequency; });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) words.push_back(found[i].word);
  return words;
}

}  // namespace gisa
