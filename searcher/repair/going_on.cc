#include "searcher/repair/going_on.h"

#include <cstdint>
#include <utility>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/repair/keyboard.h"
#include "searcher/repair/most_frequent.h"
#include "searcher/text/folded_text.h"

namespace gisa {

Beginning::Beginning(std::string_view typed)
    : typed_(folded_chars(typed)), keys_(keys_of(typed_)) {}

bool Beginning::becomes(std::string_view word) const {
  return keys_of(folded_chars(word)).starts_with(keys_);
}

std::vector<std::string> Beginning::words(const Vocabulary& vocabulary, std::size_t most) const {
  std::vector<CountedWord> found;
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
  return most_frequent(std::move(found), most);
}

}  // namespace gisa
