#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "common/analysis/eojeol.h"

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

// A maximal stretch of one script inside an eojeol: characters [begin, end).
struct ScriptRun {
  Script script = Script::other;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

// Whether a comma behind a digit is one of thousands: three digits follow, no fourth (3,000 but not
// 1,2위). `digit_at(n)` is whether the nth character behind it is a digit.
template <typename DigitAt>
bool is_thousands_comma(DigitAt digit_at) {
  return digit_at(0) && digit_at(1) && digit_at(2) && !digit_at(3);
}

// Cuts an eojeol where its script changes, and where a sign was left out that stands between words
// (wi-fi). A point inside a number (10.1) or between Latin letters (jd.com) and other signs that
// stay (r&d, c++) belong to the run; the comma of 3,000 is taken out of `eojeol`; other signs cut
// and are in no run.
void cut_into_runs(Eojeol& eojeol, std::vector<ScriptRun>& runs);

}  // namespace gisa
