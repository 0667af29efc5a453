#pragma once

namespace gisa {

// The precomposed syllables 가..힣: 19 initials x 21 vowels x 28 finals, in that order
// (Unicode 3.12).
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;
constexpr char32_t kFinals = 28;

constexpr bool is_hangul_syllable(char32_t c) { return c >= kFirstSyllable && c <= kLastSyllable; }

// The final consonant of a syllable: 0 none, 4 is ㄴ, 8 is ㄹ. Only for syllables.
constexpr char32_t final_of(char32_t syllable) { return (syllable - kFirstSyllable) % kFinals; }
constexpr char32_t kFinalNieun = 4;
constexpr char32_t kFinalRieul = 8;

}  // namespace gisa
