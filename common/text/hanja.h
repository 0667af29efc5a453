#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The Korean readings of a Chinese character, one syllable each: 女 has 녀 and 여. Empty for a
// character outside KS X 1001, Korea's standard set of 4,888.
std::u32string hanja_readings(char32_t character);

// How a word may be read, four ways at most: 與野 is 여야, 女子 여자. What is no Chinese character
// stays; a character that has no reading leaves the word without.
std::vector<std::u32string> hanja_readings_of(std::u32string_view word);

constexpr bool is_hanja(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

}  // namespace gisa
