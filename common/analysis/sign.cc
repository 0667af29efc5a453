#include "common/analysis/sign.h"

#include <unicode/uchar.h>

#include <string>

#include "common/text/ascii.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

bool is_one_of(char32_t c, std::u32string_view chars) {
  return chars.find(c) != std::u32string_view::npos;
}

bool is_straight_quote(char32_t c) { return c == U'\'' || c == U'"'; }

// Superscript or subscript.
bool is_raised_digit(char32_t c) {
  return is_one_of(c, U"²³¹⁰") || (c >= U'⁴' && c <= U'⁹') || (c >= U'₀' && c <= U'₉');
}

// ⑴ to ⒛.
bool is_number_in_brackets(char32_t c) { return c >= 0x2474 && c <= 0x249B; }

// 0 if there is none.
char32_t last_of(std::string_view text) { return text.empty() ? 0 : last_char(text).value; }

int decomposition_of(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
}

}  // namespace

bool separates_words(char32_t c, char32_t before) {
  if (c < 0x80) return c == U':';
  if (is_one_of(c, U"·‧․•・･ㆍᆞ︓：™℠℃℉")) return true;
  if (is_raised_digit(c)) return is_ascii_digit(before) || is_raised_digit(before);
  if (is_number_in_brackets(c)) return true;
  const int decomposition = decomposition_of(c);
  return decomposition == U_DT_CIRCLE || decomposition == U_DT_FRACTION;
}

bool stands_for_letters(char32_t c) {
  if (decomposition_of(c) == U_DT_NONE) return false;
  std::string sign;
  append_char(sign, c);
  const std::string folded = fold(sign);
  for (std::size_t at = 0; at < folded.size();) {
    const auto [part, length] = decode_char(folded, at);
    if (u_isalnum(static_cast<UChar32>(part))) return true;
    at += length;
  }
  return false;
}

bool ends_with_closing_sign(std::string_view text) {
  if (text.ends_with(' ')) return false;  // most words
  constexpr std::u32string_view kClosing = U"’”)%」』〉》>";
  const char32_t sign = last_of(text);
  if (!is_straight_quote(sign)) return is_one_of(sign, kClosing);
  while (is_straight_quote(last_of(text))) text.remove_suffix(1);
  const char32_t before = last_of(text);
  return u_isalnum(static_cast<UChar32>(before)) || is_one_of(before, U".!?") ||
         is_one_of(before, kClosing);
}

}  // namespace gisa
