#include "common/analysis/joint.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "common/analysis/stem.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/hanja.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Nobody's word has more parts, or one as long; farther is not looked.
constexpr std::size_t kMostParts = 8;
constexpr std::size_t kLongestPart = 30;

constexpr std::u32string_view kClosingQuotes = U"\"'”’」』》〉";

// What quotes a sentence and stands right behind its closing quote, besides particles.
constexpr std::u32string_view kSaid[] = {U"고", U"며", U"던", U"면서", U"지만", U"는데"};

bool is_one_of(char32_t c, std::u32string_view chars) {
  return c != 0 && chars.find(c) != std::u32string_view::npos;
}

bool is_letter(char32_t c) { return is_ascii_letter(c); }
bool is_digit(char32_t c) { return is_ascii_digit(c); }
bool is_syllable(char32_t c) { return is_hangul_syllable(c) || is_hanja(c); }
bool is_in_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0 && !is_middle_dot(c); }
bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑'; }

// A place between two characters, to be moved to either side. At both ends of the text stands 0.
class Place {
 public:
  Place(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  char32_t left() const { return at_ == 0 ? 0 : half_width(last_char(text_.substr(0, at_)).value); }
  char32_t right() const {
    return at_ == text_.size() ? 0 : half_width(decode_char(text_, at_).value);
  }
  void step_left() { at_ -= at_ == 0 ? 0 : last_char(text_.substr(0, at_)).length; }
  void step_right() { at_ += at_ == text_.size() ? 0 : decode_char(text_, at_).length; }

  // Over the characters of one kind; returns how many they were, kLongestPart + 1 at most.
  template <typename Kind>
  std::size_t pass_left(Kind is_of_kind) {
    std::size_t passed = 0;
    for (; passed <= kLongestPart && is_of_kind(left()); ++passed) step_left();
    return passed;
  }
  template <typename Kind>
  std::size_t pass_right(Kind is_of_kind) {
    std::size_t passed = 0;
    for (; passed <= kLongestPart && is_of_kind(right()); ++passed) step_right();
    return passed;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// A sign, and the places on its two sides.
struct SignAt {
  char32_t sign;
  Place before;
  Place behind;
};

// Syllables that stand alone on both sides of dots, the last of them perhaps with more behind it:
// 한·미, 초·중·고, 한·미동맹.
template <typename IsDot>
Joint joint_of_syllables(SignAt sign, IsDot is_dot) {
  // 美·中 are two words to a headline: 미국, 중국.
  const Joint joined =
      is_hanja(sign.before.left()) || is_hanja(sign.behind.right()) ? Joint::junction : Joint::bond;
  std::u32string parts;
  for (Place& at = sign.before; parts.size() < kMostParts; at.step_left()) {
    if (!is_syllable(at.left())) return Joint::none;
    parts.insert(parts.begin(), at.left());
    at.step_left();
    if (!is_dot(at.left())) break;
  }
  if (is_in_word(sign.before.left()) || is_dot(sign.before.left())) return Joint::none;
  bool is_last = true;
  Place& at = sign.behind;
  while (true) {
    if (!is_syllable(at.right()) || parts.size() == kMostParts) return Joint::none;
    parts += at.right();
    at.step_right();
    Place next = at;
    next.step_right();
    if (!is_dot(at.right()) || !is_syllable(next.right())) break;
    is_last = false;
    at = next;
  }
  const std::size_t count = parts.size();
  const bool hangul = is_hangul_syllable(parts.back());
  const auto goes_on = [&](char32_t c) { return hangul ? is_hangul_syllable(c) : is_hanja(c); };
  for (; goes_on(at.right()) && parts.size() < kLongestPart; at.step_right()) parts += at.right();
  if (parts.size() == count) return joined;
  const bool ends_word = hangul && !is_in_word(at.right());
  if (ends_word && find_stem(parts, Before::nothing).length <= count) return joined;
  return is_last ? Joint::junction : joined;
}

// A number of one or two digits; 0 for any other text.
unsigned short_number(std::string_view digits) {
  unsigned number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return read.ec == std::errc() && digits.size() <= 2 ? number : 0;
}

// A day that names what happened on it, 5·18, or as short a row of numbers, 6·3·3.
Joint joint_of_numbers(SignAt sign, std::string_view text) {
  constexpr unsigned kMonths = 12;
  constexpr unsigned kDays = 31;
  unsigned first = 0;
  std::size_t parts = 0;
  for (Place& at = sign.before; parts < kMostParts; at.step_left()) {
    const std::size_t end = at.at();
    at.pass_left(is_digit);
    first = short_number(text.substr(at.at(), end - at.at()));
    if (first == 0 || first > kDays) return Joint::none;
    ++parts;
    if (!is_middle_dot(at.left())) break;
  }
  const char32_t left = sign.before.left();
  if (first > kMonths || is_in_word(left) || is_one_of(left, U".,-/")) return Joint::none;
  Place& at = sign.behind;
  for (; parts < kMostParts; at.step_right()) {
    const std::size_t begin = at.at();
    at.pass_right(is_digit);
    const unsigned number = short_number(text.substr(begin, at.at() - begin));
    if (number == 0 || number > kDays) return Joint::none;
    ++parts;
    if (!is_middle_dot(at.right())) break;
  }
  Place next = at;
  next.step_right();
  const bool goes_on = is_one_of(at.right(), U".,") && is_digit(next.right());
  return goes_on || at.right() == U'%' || is_middle_dot(at.right()) ? Joint::none : Joint::point;
}

Joint joint_of_dot(const SignAt& sign, std::string_view text) {
  if (is_digit(sign.before.left())) return joint_of_numbers(sign, text);
  return joint_of_syllables(sign, is_middle_dot);
}

// U.S., a.m., and the last point of U.S.가; .NET.
Joint joint_of_point(SignAt sign) {
  const char32_t right = sign.behind.right();
  const bool begins =
      sign.before.left() == 0 || is_one_of(sign.before.left(), U" \t\n('\"‘“[<「『");
  if (begins && is_letter(right)) {
    return sign.behind.pass_right(is_letter) > 1 ? Joint::letter : Joint::none;
  }
  std::size_t letters = 0;
  for (Place& at = sign.before; letters < kMostParts; at.step_left()) {
    if (at.pass_left(is_letter) != 1) return Joint::none;
    ++letters;
    if (at.left() != U'.') break;
  }
  if (is_in_word(sign.before.left())) return Joint::none;
  if (letters > 1 && is_syllable(right)) return Joint::bond;
  for (Place& at = sign.behind; letters < kMostParts; at.step_right()) {
    if (at.pass_right(is_letter) != 1 || is_digit(at.right())) return Joint::none;
    ++letters;
    Place next = at;
    next.step_right();
    if (at.right() != U'.' || !is_letter(next.right())) return Joint::bond;
  }
  return Joint::none;
}

// K-9, Wi-Fi, K-푸드, 코로나-19; 한-미 as 한·미.
Joint joint_of_hyphen(SignAt sign) {
  const char32_t left = sign.before.left();
  const char32_t right = sign.behind.right();
  if (is_syllable(left) && is_syllable(right)) {
    return joint_of_syllables(sign, is_hyphen) == Joint::bond ? Joint::bond : Joint::none;
  }
  if (is_letter(left) && (is_letter(right) || is_digit(right))) return Joint::junction;
  if (is_letter(left) && is_hangul_syllable(right)) {
    const bool one = sign.before.pass_left(is_letter) == 1;
    return one && !is_in_word(sign.before.left()) ? Joint::junction : Joint::none;
  }
  if (is_digit(left) && is_letter(right)) {
    return sign.before.pass_left(is_digit) == 1 || sign.behind.pass_right(is_letter) == 1
               ? Joint::junction
               : Joint::none;
  }
  if (is_hangul_syllable(left) && is_digit(right)) {
    constexpr std::size_t kMostDigits = 3;
    const bool is_name =
        sign.before.pass_left(is_hangul_syllable) > 1 && !is_in_word(sign.before.left());
    const bool is_number = sign.behind.pass_right(is_digit) <= kMostDigits &&
                           !is_one_of(sign.behind.right(), U".,-~∼");
    return is_name && is_number ? Joint::junction : Joint::none;
  }
  return Joint::none;
}

// A/S, and a unit by another: km/h.
Joint joint_of_slash(SignAt sign) {
  const std::size_t left = sign.before.pass_left(is_letter);
  const std::size_t right = sign.behind.pass_right(is_letter);
  const char32_t before = sign.before.left();
  const char32_t behind = sign.behind.right();
  if (before == U'/' || behind == U'/' || is_digit(behind)) return Joint::none;
  const bool stands = !is_in_word(before) || is_digit(before);
  if (!stands || left == 0 || right == 0 || left + right > 3) return Joint::none;
  return left + right == 2 ? Joint::bond : Joint::junction;
}

// S&P, AT&T. Of Johnson&Johnson each is a word.
Joint joint_of_ampersand(SignAt sign) {
  const std::size_t left = sign.before.pass_left(is_letter);
  const std::size_t right = sign.behind.pass_right(is_letter);
  return left > 0 && right > 0 && (left == 1 || right == 1) ? Joint::letter : Joint::none;
}

// 1+1, C++, A+.
Joint joint_of_plus(SignAt sign) {
  const auto is_plus = [](char32_t c) { return c == U'+'; };
  if (is_digit(sign.before.left()))
    return is_digit(sign.behind.right()) ? Joint::letter : Joint::none;
  const std::size_t pluses = 1 + sign.before.pass_left(is_plus) + sign.behind.pass_right(is_plus);
  const bool one = sign.before.pass_left(is_letter) == 1 && !is_in_word(sign.before.left());
  const bool ends =
      !is_letter(sign.behind.right()) && (pluses == 2 || !is_digit(sign.behind.right()));
  return one && pluses <= 2 && ends ? Joint::letter : Joint::none;
}

// C#.
Joint joint_of_hash(SignAt sign) {
  const bool one = sign.before.pass_left(is_letter) == 1 && !is_in_word(sign.before.left());
  const bool ends = !is_letter(sign.behind.right()) && !is_digit(sign.behind.right());
  return one && ends ? Joint::letter : Joint::none;
}

// The quote of 부당하다”고, and the stop before it.
Joint joint_of_closing(SignAt sign) {
  const auto closes = [](char32_t c) { return is_one_of(c, kClosingQuotes); };
  const auto is_sign = [](char32_t c) {
    return is_one_of(c, kClosingQuotes) || is_one_of(c, U".?!");
  };
  if (sign.behind.pass_right(closes) == 0 && !closes(sign.sign)) return Joint::none;
  std::u32string said;
  for (; is_hangul_syllable(sign.behind.right()) && said.size() < 3; sign.behind.step_right()) {
    said += sign.behind.right();
  }
  if (!is_said(said) || is_in_word(sign.behind.right())) return Joint::none;
  sign.before.pass_left(is_sign);
  return sign.before.pass_left(is_hangul_syllable) > 1 ? Joint::bond : Joint::none;
}

// The stop or quote behind Hangul and before a blank, as most are: nothing can be joined.
bool ends_plain_sentence(std::string_view text, std::size_t at) {
  constexpr std::string_view kSigns = ".\"'?!";
  const bool before_blank = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
  return before_blank && at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80 &&
         kSigns.find(text[at]) != std::string_view::npos;
}

bool is_money_sign(char32_t c) {
  switch (c) {
    case U'$':
    case U'€':
    case U'£':
    case U'¥':
    case U'₩':
    case U'￡':
    case U'￥':
    case U'￦': return true;
    default: return false;
  }
}

}  // namespace

bool is_said(std::u32string_view run) {
  return std::find(std::begin(kSaid), std::end(kSaid), run) != std::end(kSaid);
}

// Every sign of a text is held against these: a switch is a few comparisons.
bool is_middle_dot(char32_t c) {
  switch (c) {
    case U'·':
    case U'ㆍ':
    case U'•':
    case U'‧':
    case U'・':
    case U'∙':
    case U'･':
    case U'⋅':
    case U'․':
    case U'⸱':
    case U'⸳':
    case U'᛫':
    case U'ᆞ': return true;
    default: return false;
  }
}

bool is_joining_sign(char32_t c) {
  const char32_t sign = half_width(c);
  if (sign < 0x80) return may_join(sign);
  switch (c) {
    case U'°':
    case U'℃':
    case U'℉':
    case U'”':
    case U'’':
    case U'」':
    case U'』':
    case U'》':
    case U'〉':
    case U'‐':
    case U'‑': return true;
    default: return is_middle_dot(c) || is_money_sign(c);
  }
}

Joint joint_at(std::string_view text, std::size_t at) {
  if (ends_plain_sentence(text, at)) return Joint::none;
  const auto [c, length] = decode_char(text, at);
  const SignAt sign{half_width(c), Place(text, at), Place(text, at + length)};
  const bool behind_digit = is_digit(sign.before.left());
  switch (sign.sign) {
    case U'.': {
      const Joint joint = joint_of_point(sign);
      return joint == Joint::none ? joint_of_closing(sign) : joint;
    }
    case U'-':
    case U'‐':
    case U'‑': return joint_of_hyphen(sign);
    case U'/': return joint_of_slash(sign);
    case U'&': return joint_of_ampersand(sign);
    case U'+': return joint_of_plus(sign);
    case U'#': return joint_of_hash(sign);
    case U'%':
    case U'°':
    case U'℃':
    case U'℉': return behind_digit ? Joint::unit : Joint::none;
    default: break;
  }
  if (is_money_sign(sign.sign)) return is_digit(sign.behind.right()) ? Joint::money : Joint::none;
  return is_middle_dot(c) ? joint_of_dot(sign, text) : joint_of_closing(sign);
}

}  // namespace gisa
