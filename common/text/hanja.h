#pragma once

#include <string>

namespace gisa {

// The Korean readings of a Chinese character, one syllable each: 女 has 녀 and 여. Empty for a
// character outside KS X 1001, Korea's standard set of 4,888.
std::u32string hanja_readings(char32_t character);

constexpr bool is_hanja(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

}  // namespace gisa
