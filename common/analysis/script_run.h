#pragma once

#include <cstddef>

namespace gisa {

enum class Script {
  hangul,
  jamo,
  han,
  kana,
  letter,
  digit,
  unit,  // a sign beside a number: %, $
  other
};

Script script_of(char32_t folded);

// A vowel sign, tone mark or accent, which is written on the letter before it.
bool is_mark(char32_t c);

// A maximal stretch of one script inside a word: characters [begin, end). It also ends where a sign
// was left out that stands between words (wi-fi).
struct ScriptRun {
  Script script = Script::other;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

}  // namespace gisa
