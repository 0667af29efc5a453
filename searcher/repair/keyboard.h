#pragma once

#include <string>
#include <string_view>

// The Korean standard keyboard, dubeolsik (KS X 5002): which keys a text takes, and what keys type.
namespace gisa {

// The keys of `text`: those of its syllables and jamo, other characters as they are.
std::u32string keys_of(std::u32string_view text);

// What `keys` type in Korean: syllables, and jamo where they make none. Other characters stay.
std::u32string typed_by(std::u32string_view keys);

// Whether every character is a syllable, or no letter at all.
bool is_well_formed(std::u32string_view text);

// Whether jamo stand among the syllables of a word of three characters or more.
bool is_half_typed(std::u32string_view word);

// Whether two keys lie next to each other, or are the same one with and without shift.
bool are_neighbours(char32_t a, char32_t b);

// All keys that type a letter of the Korean alphabet.
std::u32string_view korean_keys();

}  // namespace gisa
