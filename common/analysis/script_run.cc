#include "common/analysis/script_run.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

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

}  // namespace

Script script_of(char32_t c) {
  if (is_hangul_syllable(c)) return Script::hangul;
  if (c < 0x80)
    return is_ascii_digit(c) ? Script::digit : is_latin(c) ? Script::letter : Script::other;
  return script_by_property(c);
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

}  // namespace gisa
