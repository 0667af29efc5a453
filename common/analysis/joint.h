#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/ascii.h"
#include "common/text/hangul.h"

// What signs do within a word: 한·미, K-9, U.S., 30%.
namespace gisa {

enum class Joint : std::uint8_t {
  none,      // the sign is no part of a word
  bond,      // it is left out: 한·미 is 한미, U.S. is us
  junction,  // it is left out, and what follows is a word, too: fi of Wi-Fi, 현직 of 전·현직
  point,     // it is the point of a number, and what follows is a number, too: 5·18 is 5.18
  letter,    // it stays, as one of the letters or digits beside it: S&P, C++, 1+1
  unit,      // it stays, beside its number: 30%, 36.5℃
  money,     // it stays, and begins the word: $100
};

// What the sign that begins with byte `at` of `text` (valid UTF-8, NFC) is there. Looks no farther
// than a word on either side.
Joint joint_at(std::string_view text, std::size_t at);

// The signs of a Joint: those of ASCII, a bit each, and whether `c` is another one.
inline constexpr std::array<std::uint64_t, 2> kAsciiJoints = [] {
  std::array<std::uint64_t, 2> bits = {};
  for (const char c : std::string_view("-./&+#%$'\"?!")) bits[c >> 6] |= 1ULL << (c & 63);
  return bits;
}();
bool is_joining_sign(char32_t c);

// False for characters that are Joint::none wherever they stand.
inline bool may_join(char32_t c) {
  if (c < 0x80) return kAsciiJoints[c >> 6] >> (c & 63) & 1;
  return !is_hangul_syllable(c) && is_joining_sign(c);
}

// · and the other signs that stand for it. ㆍ and ᆞ are letters to Unicode.
bool is_middle_dot(char32_t c);

// Whether `run` quotes a sentence, and so stands right behind its closing quote: 부당하다”고.
// Particles, which do as well, are not among these.
bool is_said(std::u32string_view run);

}  // namespace gisa
