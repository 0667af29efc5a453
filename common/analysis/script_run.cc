#include "common/analysis/script_run.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/hangul.h"

namespace gisa {

namespace {

bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

Script script_by_property(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code, &status)) {
    case USCRIPT_HANGUL: return Script::jamo;
    case USCRIPT_HAN: return Script::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return Script::kana;
    default: break;
  }
  if (u_charType(code) == U_DECIMAL_DIGIT_NUMBER) return Script::digit;
  if (u_isalpha(code)) return Script::letter;
  return c == 0x30FC ? Script::kana : Script::other;  // ー is common to both kana
}

// The script that a sign between two characters takes on, so that it does not cut.
Script script_of_joint(char32_t left, char32_t sign, char32_t right) {
  if (sign == U'.' && is_ascii_digit(left) && is_ascii_digit(right)) return Script::digit;
  if ((sign == U'.' || sign == U'&') && is_latin(left) && is_latin(right)) return Script::letter;
  return Script::other;
}

// The script of character `i`, behind the `runs` before it.
Script script_at(const Eojeol& eojeol, std::size_t i, const std::vector<ScriptRun>& runs) {
  switch (eojeol[i].joint) {
    case Joint::letter:
      return !runs.empty() && runs.back().end == i ? runs.back().script : Script::letter;
    case Joint::point: return Script::digit;
    case Joint::unit:
    case Joint::money: return Script::unit;
    case Joint::none:
    case Joint::bond:
    case Joint::junction: break;
  }
  const Script script = script_of(eojeol[i].value);
  if (script != Script::other || i == 0 || i + 1 == eojeol.size()) return script;
  return script_of_joint(eojeol[i - 1].value, eojeol[i].value, eojeol[i + 1].value);
}

}  // namespace

Script script_of(char32_t c) {
  if (is_hangul_syllable(c)) return Script::hangul;
  if (c < 0x80)
    return is_ascii_digit(c) ? Script::digit : is_latin(c) ? Script::letter : Script::other;
  return script_by_property(c);
}

void cut_into_runs(Eojeol& eojeol, std::vector<ScriptRun>& runs) {
  runs.clear();
  const auto digit_at = [&](std::size_t i) {
    return i < eojeol.size() && is_ascii_digit(eojeol[i].value);
  };
  const auto parts_thousands = [&](std::size_t i) {
    return eojeol[i].value == U',' && i > 0 && digit_at(i - 1) &&
           is_thousands_comma([&](std::size_t n) { return digit_at(i + 1 + n); });
  };
  std::size_t kept = 0;  // up to the first comma, where they are
  while (kept < eojeol.size() && !parts_thousands(kept)) ++kept;
  for (std::size_t i = kept; i < eojeol.size(); ++i) {
    if (!parts_thousands(i)) eojeol[kept++] = eojeol[i];
  }
  eojeol.resize(kept);
  for (std::size_t i = 0; i < eojeol.size(); ++i) {
    const Script script = script_at(eojeol, i, runs);
    if (script == Script::other) continue;
    const bool goes_on = !runs.empty() && runs.back().end == i && runs.back().script == script;
    if (goes_on && eojeol[i].joint != Joint::junction) {
      runs.back().end = i + 1;
    } else {
      runs.push_back({script, i, i + 1});
    }
  }
}

}  // namespace gisa
