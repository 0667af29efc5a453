#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/database/vocabulary.h"

namespace gisa {

// `word` as the initial consonants of a word, ㄱ to ㅎ, doubled ones apart (ㄳ is ㄱㅅ); empty if
// it is none, or fewer than two.
std::u32string initials_in(std::u32string_view word);

// The words that have these initials and no other syllable, the most frequent first, up to `most`.
std::vector<std::string> words_with_initials(std::u32string_view initials,
                                             const Vocabulary& vocabulary, std::size_t most);

// The most frequent word of syllables that begins with those of `typed` and goes on with its last
// character, an initial consonant: 코로ㄴ is 코로나. Empty if there is none.
std::string most_frequent_completion(std::u32string_view typed, const Vocabulary& vocabulary);

}  // namespace gisa
