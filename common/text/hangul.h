#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/utf8.h"

namespace gisa {

// The precomposed syllables 가..힣: 19 initials x 21 vowels x 28 finals, in that order
// (Unicode 3.12).
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;
constexpr char32_t kFinals = 28;

constexpr bool is_hangul_syllable(char32_t c) { return c >= kFirstSyllable && c <= kLastSyllable; }

constexpr std::size_t kSyllableBytes = 3;  // in UTF-8

// The character of three bytes that begins at `at`. What marks the bytes is taken off their sum.
inline char32_t syllable_at(std::string_view text, std::size_t at) {
  constexpr char32_t kMarks = (0xE0u << 12) + (0x80u << 6) + 0x80u;
  const auto byte = [&](std::size_t i) {
    return char32_t{static_cast<unsigned char>(text[at + i])};
  };
  return (byte(0) << 12) + (byte(1) << 6) + byte(2) - kMarks;
}

// Whether a syllable begins at `at`, as for decode_char(). Which of EA to ED is its first byte is
// as good as chance: a branch for one of them alone costs more than to decode it.
inline bool is_hangul_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xEA && first <= 0xED && is_hangul_syllable(syllable_at(text, at));
}

// Where the syllables end that begin at `at`; `at` if none does. It may be the end of the text.
inline std::size_t end_of_hangul(std::string_view text, std::size_t at) {
  while (at < text.size() && is_hangul_at(text, at)) at += kSyllableBytes;
  return at;
}

// The final consonant of a syllable: 0 none, 4 is ㄴ, 8 is ㄹ. Only for syllables.
constexpr char32_t final_of(char32_t syllable) { return (syllable - kFirstSyllable) % kFinals; }
constexpr char32_t kFinalNieun = 4;
constexpr char32_t kFinalRieul = 8;
constexpr char32_t kFinalSsangSiot = 20;

}  // namespace gisa
