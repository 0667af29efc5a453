#include "common/news/words.h"

#include <algorithm>
#include <cstring>

#include "common/text/hangul.h"

namespace gisa {

bool begins_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool ends_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

// std::string_view's find stops at every byte that the word begins with, and every syllable begins
// with one of four; memmem is slow for a word of few bytes, as signs are.
bool has_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (!is_hangul_at(word, 0)) return text.find(word) != text.npos;
    return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
  });
}

std::size_t length_of_any(std::string_view text, Words words) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view word) { return text.starts_with(word); });
  return found == words.end() ? 0 : found->size();
}

}  // namespace gisa
