#include "common/news/words.h"

#include <algorithm>
#include <cstring>

#include "common/text/hangul.h"

namespace gisa {

namespace {

// The last byte tells syllables apart, as the first does not. No word is empty.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text[word.size() - 1] == word.back() &&
         text.starts_with(word);
}

// Whether some bytes of `word`, which begins with a syllable, stand in `text` as in the word. No
// branch in the loop, so that compilers make vectors of it.
bool may_have(std::string_view text, std::string_view word) {
  unsigned char found = 0;
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    const char* const at = text.data() + i;
    const unsigned char all =
        (at[1] == word[1]) & (at[2] == word[2]) & (at[word.size() - 1] == word.back());
    found |= all;
  }
  return found != 0;
}

}  // namespace

bool begins_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return begins_with(text, word); });
}

bool ends_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

// std::string_view's find stops at every byte that the word begins with, and every syllable begins
// with one of four; memmem is slow for a word of few bytes, as signs are, and to begin with.
bool has_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (!is_hangul_at(word, 0)) return text.find(word) != text.npos;
    return may_have(text, word) &&
           ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
  });
}

std::size_t length_of_any(std::string_view text, Words words) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view word) { return begins_with(text, word); });
  return found == words.end() ? 0 : found->size();
}

}  // namespace gisa
