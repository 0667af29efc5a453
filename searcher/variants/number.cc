#include "searcher/variants/number.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text/ascii.h"

namespace gisa {

namespace {

struct Scale {
  char32_t name;
  std::size_t zeros;
};
constexpr Scale kScales[] = {{U'조', 12}, {U'억', 8}, {U'만', 4}};
constexpr Scale kTens[] = {{U'천', 3}, {U'백', 2}};

// From here on newspapers write 만, 억, 조; and nobody means more than 9999조.
constexpr std::uint64_t kLeastScaled = 10'000;
constexpr std::uint64_t kLimit = 10'000'000'000'000'000;

struct Unit {
  std::u32string_view one;
  std::u32string_view other;
};
constexpr Unit kUnits[] = {
    {U"km", U"킬로미터"}, {U"kg", U"킬로그램"}, {U"cm", U"센티미터"},   {U"mm", U"밀리미터"},
    {U"m", U"미터"},      {U"g", U"그램"},      {U"l", U"리터"},        {U"t", U"톤"},
    {U"kw", U"킬로와트"}, {U"mw", U"메가와트"}, {U"gb", U"기가바이트"},
};
// 로 is stripped as a particle.
constexpr std::u32string_view kPercent[] = {U"퍼센트", U"프로", U"프"};

std::u32string digits_of(std::uint64_t value) {
  std::u32string digits;
  for (; value > 0 || digits.empty(); value /= 10)
    digits += static_cast<char32_t>(U'0' + value % 10);
  return {digits.rbegin(), digits.rend()};
}

std::uint64_t power_of_ten(std::size_t zeros) {
  std::uint64_t power = 1;
  while (zeros-- > 0) power *= 10;
  return power;
}

// A number at the beginning of a word: digits, and what they are taken times, one scale after the
// other.
struct Number {
  std::size_t length = 0;   // in characters
  std::uint64_t value = 0;  // if whole
  bool whole = true;
  bool scaled = false;  // written with 만, 억, 조
};

// The zeros of the scale that `word` has at `at`, which is passed over; 0 if there is none.
template <std::size_t n>
std::size_t take(const Scale (&scales)[n], std::u32string_view word, std::size_t& at) {
  for (const Scale& scale : scales) {
    if (at < word.size() && word[at] == scale.name) {
      ++at;
      return scale.zeros;
    }
  }
  return 0;
}

// Nothing if `word` does not begin with one, or one too long, or a zero: that is no amount.
std::optional<Number> read_number(std::u32string_view word) {
  Number number;
  std::size_t at = 0;
  for (std::size_t last = SIZE_MAX; at < word.size() && is_ascii_digit(word[at]);) {
    if (word[at] == U'0') return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t decimals = 0;
    for (bool point = false; at < word.size(); ++at) {
      const bool is_point =
          word[at] == U'.' && at + 1 < word.size() && is_ascii_digit(word[at + 1]);
      if (!is_ascii_digit(word[at]) && (!is_point || point)) break;
      point |= is_point;
      if (is_point) continue;
      digits = digits * 10 + (word[at] - U'0');
      decimals += point ? 1 : 0;
      if (digits >= kLimit) return std::nullopt;
    }
    const std::size_t tens = take(kTens, word, at);
    const std::size_t scale = take(kScales, word, at);
    if (scale >= last || (tens > 0 && scale == 0)) return std::nullopt;
    number.scaled |= scale > 0;
    number.whole &= decimals <= tens + scale;
    if (number.whole) number.value += digits * power_of_ten(tens + scale - decimals);
    if (number.value >= kLimit) return std::nullopt;
    last = scale;
    if (scale == 0) break;
  }
  const std::size_t end = at;
  if (at == 0 || take(kTens, word, at) + take(kScales, word, at) > 0) return std::nullopt;
  number.length = end;
  return number;
}

// As newspapers write it: 3만5000.
std::u32string scaled_form(std::uint64_t value) {
  std::u32string form;
  for (const Scale& scale : kScales) {
    const std::uint64_t times = value / power_of_ten(scale.zeros);
    if (times > 0) form += digits_of(times) + scale.name;
    value %= power_of_ten(scale.zeros);
  }
  return value > 0 ? form + digits_of(value) : form;
}

}  // namespace

std::vector<std::u32string> number_forms(std::u32string_view word) {
  std::vector<std::u32string> forms;
  const auto number = read_number(word);
  if (!number) return forms;
  const std::u32string written(word.substr(0, number->length));
  const std::u32string rest(word.substr(number->length));
  if (number->scaled && number->whole) forms.push_back(digits_of(number->value) + rest);
  if (number->whole && number->value >= kLeastScaled) {
    const std::u32string form = scaled_form(number->value);
    if (form != written) forms.push_back(form + rest);
  }
  for (const Unit& unit : kUnits) {
    // A single letter is more often something else: 5G.
    if (rest == unit.one && rest.size() > 1) forms.push_back(written + std::u32string(unit.other));
    if (rest == unit.other) forms.push_back(written + std::u32string(unit.one));
  }
  for (const std::u32string_view percent : kPercent) {
    if (rest == percent) forms.push_back(written);
  }
  return forms;
}

}  // namespace gisa
