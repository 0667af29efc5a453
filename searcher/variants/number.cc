#include "searcher/variants/number.h"

#include <algorithm>

namespace gisa {

namespace {

struct Scale {
  char32_t name;
  std::size_t zeros;
};
constexpr Scale kScales[] = {{U'조', 12}, {U'억', 8}, {U'만', 4}};

struct Unit {
  std::u32string_view one;
  std::u32string_view other;
};
constexpr Unit kUnits[] = {
    {U"km", U"킬로미터"}, {U"kg", U"킬로그램"}, {U"cm", U"센티미터"},   {U"mm", U"밀리미터"},
    {U"m", U"미터"},      {U"g", U"그램"},      {U"l", U"리터"},        {U"t", U"톤"},
    {U"kw", U"킬로와트"}, {U"mw", U"메가와트"}, {U"gb", U"기가바이트"},
};
constexpr std::u32string_view kPercent[] = {U"퍼센트", U"프로"};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

std::vector<std::u32string> number_forms(std::u32string_view word) {
  const auto first_other = std::find_if_not(word.begin(), word.end(), is_digit);
  const std::u32string digits(word.begin(), first_other);
  const std::u32string_view rest = word.substr(digits.size());
  std::vector<std::u32string> forms;
  if (digits.empty() || digits[0] == U'0') return forms;
  for (const Scale& scale : kScales) {
    if (!rest.empty() && rest[0] == scale.name) {
      forms.push_back(digits + std::u32string(scale.zeros, U'0') + std::u32string(rest.substr(1)));
    }
    const bool round =
        digits.size() > scale.zeros && digits.find_last_not_of(U'0') < digits.size() - scale.zeros;
    if (round && forms.empty()) {
      forms.push_back(digits.substr(0, digits.size() - scale.zeros) + scale.name +
                      std::u32string(rest));
    }
  }
  for (const Unit& unit : kUnits) {
    // A single letter is more often something else: 5G.
    if (rest == unit.one && rest.size() > 1) forms.push_back(digits + std::u32string(unit.other));
    if (rest == unit.other) forms.push_back(digits + std::u32string(unit.one));
  }
  for (const std::u32string_view percent : kPercent) {
    if (rest == percent) forms.push_back(digits);
  }
  return forms;
}

}  // namespace gisa
