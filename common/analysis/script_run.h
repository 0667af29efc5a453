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

// A maximal stretch of one script inside a word: characters [begin, end). It also ends where a sign
// was left out that stands between words (wi-fi).
struct ScriptRun {
  Script script = Script::other;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

}  // namespace gisa
