#include "searcher/expand/number.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

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

// Names of one unit, behind its number.
constexpr std::u32string_view kUnits[][4] = {
    {U"km", U"킬로미터"},
    {U"kg", U"킬로그램"},
    {U"cm", U"센티미터"},
    {U"mm", U"밀리미터"},
    {U"nm", U"나노미터"},
    {U"m", U"미터"},
    {U"m2", U"제곱미터"},
    {U"km2", U"제곱킬로미터"},
    {U"m3", U"세제곱미터"},
    {U"ha", U"헥타르"},
    {U"g", U"그램"},
    {U"mg", U"밀리그램"},
    {U"l", U"리터"},
    {U"ml", U"밀리리터"},
    {U"kl", U"킬로리터"},
    {U"t", U"톤"},
    {U"w", U"와트"},
    {U"kw", U"킬로와트"},
    {U"mw", U"메가와트"},
    {U"gw", U"기가와트"},
    {U"kwh", U"킬로와트시"},
    {U"hz", U"헤르츠"},
    {U"khz", U"킬로헤르츠"},
    {U"mhz", U"메가헤르츠"},
    {U"ghz", U"기가헤르츠"},
    {U"mb", U"메가바이트"},
    {U"gb", U"기가바이트"},
    {U"tb", U"테라바이트"},
    {U"db", U"데시벨"},
    {U"kcal", U"킬로칼로리"},
    {U"°", U"°c", U"도"},
    {U"%", U"퍼센트", U"프로"},
    {U"%p", U"%포인트", U"퍼센트포인트"},
};

// A currency's sign stands before the number, its name behind.
struct Currency {
  char32_t sign;
  std::u32string_view name;
};
constexpr Currency kCurrencies[] = {
    {U'$', U"달러"}, {U'€', U"유로"}, {U'¥', U"엔"}, {U'£', U"파운드"}, {U'₩', U"원"}};

// 시속 100km is 100km/h.
constexpr std::u32string_view kPerHour = U"시속";
constexpr std::u32string_view kSpeed = U"kmh";

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
};

class NumberReader {
 public:
  explicit NumberReader(std::u32string_view word) : word_(word) {}

  // Nothing if the word does not begin with one, or one too long, or a zero: that is no amount.
  std::optional<Number> read() {
    for (std::size_t last = SIZE_MAX; at_digit();) {
      if (!read_group()) return std::nullopt;
      const std::size_t scale = take(kScales);
      if (scale >= last) return std::nullopt;
      number_.whole &= decimals_ <= tens_ + scale;
      if (number_.whole) number_.value += group_ * power_of_ten(scale) / power_of_ten(decimals_);
      if (number_.value >= kLimit) return std::nullopt;
      last = scale;
      if (scale == 0) break;
    }
    number_.length = at_;
    if (at_ == 0 || take(kTens) + take(kScales) > 0) return std::nullopt;
    return number_;
  }

 private:
  bool at_digit() const { return at_ < word_.size() && is_ascii_digit(word_[at_]); }

  // What stands before one scale: 2천5백, 3000, 1.5.
  bool read_group() {
    group_ = 0;
    for (std::size_t last = SIZE_MAX; at_digit(); last = tens_) {
      if (word_[at_] == U'0') return false;
      const auto digits = read_digits();
      if (!digits) return false;
      tens_ = take(kTens);
      if (tens_ >= last || (decimals_ > 0 && last != SIZE_MAX)) return false;
      group_ += *digits * power_of_ten(tens_);
      if (group_ >= kLimit) return false;
      if (tens_ == 0) break;
    }
    return true;
  }

  std::optional<std::uint64_t> read_digits() {
    std::uint64_t digits = 0;
    decimals_ = 0;
    for (bool point = false; at_ < word_.size(); ++at_) {
      const bool is_point =
          word_[at_] == U'.' && at_ + 1 < word_.size() && is_ascii_digit(word_[at_ + 1]);
      if (!is_ascii_digit(word_[at_]) && (!is_point || point)) break;
      point |= is_point;
      if (is_point) continue;
      digits = digits * 10 + (word_[at_] - U'0');
      decimals_ += point ? 1 : 0;
      if (digits >= kLimit) return std::nullopt;
    }
    return digits;
  }

  // The zeros of the scale that stands here, which is passed over; 0 if there is none.
  std::size_t take(std::span<const Scale> scales) {
    for (const Scale& scale : scales) {
      if (at_ < word_.size() && word_[at_] == scale.name) {
        ++at_;
        return scale.zeros;
      }
    }
    return 0;
  }

  std::u32string_view word_;
  std::size_t at_ = 0;
  Number number_;
  std::uint64_t group_ = 0;   // its digits, without their point
  std::size_t decimals_ = 0;  // of the last digits
  std::size_t tens_ = 0;      // zeros of their 천 or 백
};

// 2천, 5백, 2천5백; empty if that is not how it is written.
std::u32string in_tens(std::uint64_t group) {
  if (group % 100 != 0 || group >= kLeastScaled) return {};
  std::u32string form;
  for (const Scale& tens : kTens) {
    const std::uint64_t times = group / power_of_ten(tens.zeros) % 10;
    if (times > 0) form += digits_of(times) + tens.name;
  }
  return form;
}

// As newspapers write it, 3만5000, or with what `tens` makes of a group: 3만5천.
std::u32string scaled_form(std::uint64_t value, bool tens) {
  std::u32string form;
  const auto add = [&](std::uint64_t group) {
    const std::u32string written = tens ? in_tens(group) : std::u32string();
    form += written.empty() ? digits_of(group) : written;
  };
  for (const Scale& scale : kScales) {
    const std::uint64_t times = value / power_of_ten(scale.zeros);
    if (times > 0) {
      add(times);
      form += scale.name;
    }
    value %= power_of_ten(scale.zeros);
  }
  if (value > 0) add(value);
  return form;
}

// 1.5조; empty if it takes more than two decimals, or none.
std::u32string decimal_form(std::uint64_t value) {
  for (const Scale& scale : kScales) {
    const std::uint64_t one = power_of_ten(scale.zeros);
    if (value < one) continue;
    std::uint64_t hundredths = value % one / (one / 100);
    if (value % (one / 100) != 0 || hundredths == 0) return {};
    std::u32string decimals = digits_of(hundredths);
    if (hundredths < 10) decimals.insert(0, 1, U'0');
    if (hundredths % 10 == 0) decimals.pop_back();
    return digits_of(value / one) + U'.' + decimals + scale.name;
  }
  return {};
}

// Each form of `forms` once.
void add_new(std::vector<std::u32string>& forms, std::u32string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

// As written, then otherwise.
std::vector<std::u32string> numbers_as(std::u32string_view written, const Number& number) {
  std::vector<std::u32string> forms = {std::u32string(written)};
  if (!number.whole) return forms;
  add_new(forms, digits_of(number.value));
  if (number.value >= kLeastScaled) add_new(forms, scaled_form(number.value, false));
  add_new(forms, scaled_form(number.value, true));
  if (std::u32string form = decimal_form(number.value); !form.empty()) {
    add_new(forms, std::move(form));
  }
  return forms;
}

// What stands behind the number, as written, then otherwise.
std::vector<std::u32string> units_as(std::u32string_view written) {
  std::vector<std::u32string> forms = {std::u32string(written)};
  // A single letter is more often something else: 5G.
  if (written.empty() || (written.size() == 1 && is_ascii_letter(written[0]))) return forms;
  for (const auto& names : kUnits) {
    if (std::find(std::begin(names), std::end(names), written) == std::end(names)) continue;
    for (const std::u32string_view name : names) {
      if (!name.empty()) add_new(forms, std::u32string(name));
    }
  }
  return forms;
}

// The sign before the number and the name behind it, of one currency; speeds likewise.
struct Around {
  std::u32string before;
  std::u32string behind;
};

std::vector<Around> surroundings_as(std::u32string_view before, std::u32string_view behind) {
  std::vector<Around> forms;
  for (const std::u32string& unit : units_as(behind)) {
    if (before.empty() || before == kPerHour) forms.push_back({std::u32string(before), unit});
  }
  if (forms.empty()) forms.push_back({std::u32string(before), std::u32string(behind)});
  for (const Currency& currency : kCurrencies) {
    const std::u32string sign(1, currency.sign);
    if (before == sign && behind.empty()) forms.push_back({{}, std::u32string(currency.name)});
    if (before.empty() && behind == currency.name) forms.push_back({sign, {}});
  }
  if (before.empty() && behind == kSpeed) {
    for (const std::u32string& unit : units_as(U"km")) {
      forms.push_back({std::u32string(kPerHour), unit});
    }
  }
  const std::vector<std::u32string> distance = units_as(U"km");
  if (before == kPerHour && std::find(distance.begin(), distance.end(), behind) != distance.end()) {
    forms.push_back({{}, std::u32string(kSpeed)});
  }
  return forms;
}

std::size_t length_before_number(std::u32string_view word) {
  if (word.starts_with(kPerHour)) return kPerHour.size();
  const bool money =
      std::any_of(std::begin(kCurrencies), std::end(kCurrencies),
                  [&](const Currency& known) { return word.starts_with(known.sign); });
  return money ? 1 : 0;
}

// Whether what stands behind the number of `word` is the name of a unit or a currency.
bool ends_with_unit(std::u32string_view word) {
  const auto number = NumberReader(word).read();
  if (!number) return false;
  const std::u32string_view behind = word.substr(number->length);
  return units_as(behind).size() > 1 ||
         std::any_of(std::begin(kCurrencies), std::end(kCurrencies),
                     [&](const Currency& currency) { return currency.name == behind; });
}

}  // namespace

std::u32string_view number_as_typed(std::u32string_view stem, std::u32string_view surface) {
  return ends_with_unit(surface) ? surface : stem;
}

std::vector<std::u32string> number_forms(std::u32string_view word) {
  std::vector<std::u32string> forms;
  const std::u32string_view before = word.substr(0, length_before_number(word));
  const std::u32string_view from_number = word.substr(before.size());
  const auto number = NumberReader(from_number).read();
  if (!number) return forms;
  const std::u32string_view written = from_number.substr(0, number->length);
  for (const Around& around : surroundings_as(before, from_number.substr(number->length))) {
    for (const std::u32string& digits : numbers_as(written, *number)) {
      add_new(forms, around.before + digits + around.behind);
    }
  }
  forms.erase(forms.begin());  // the word
  return forms;
}

std::vector<std::u32string> spaced_forms(std::u32string_view form) {
  std::u32string groups;
  std::size_t last = 0;  // behind the last 만, 억 or 조, or the last digit or 천
  const std::size_t begin = form.starts_with(kPerHour) ? kPerHour.size() : 0;
  if (begin > 0) groups.append(kPerHour) += U' ';
  for (std::size_t i = begin; i < form.size(); ++i) {
    groups += form[i];
    const auto is_here = [&](const Scale& scale) { return scale.name == form[i]; };
    const bool ends_group = std::any_of(std::begin(kScales), std::end(kScales), is_here);
    const bool in_number = ends_group || is_ascii_digit(form[i]) ||
                           std::any_of(std::begin(kTens), std::end(kTens), is_here);
    if (ends_group && i + 1 < form.size()) groups += U' ';
    if (in_number) last = groups.size();
  }
  std::vector<std::u32string> spaced = {std::u32string(form), groups};
  if (last < groups.size() && groups[last - 1] != U' ') {
    spaced.push_back(groups.substr(0, last) + U' ' + groups.substr(last));
  }
  return spaced;
}

}  // namespace gisa
