#include "searcher/repair/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "common/text/hangul.h"

namespace gisa {

namespace {

// In the order in which syllables are made of them (Unicode 3.12).
constexpr std::array<std::u32string_view, 19> kInitials = {U"r", U"R", U"s", U"e", U"E", U"f", U"a",
                                                           U"q", U"Q", U"t", U"T", U"d", U"w", U"W",
                                                           U"c", U"z", U"x", U"v", U"g"};
constexpr std::array<std::u32string_view, 21> kVowels = {
    U"k",  U"o", U"i", U"O",  U"j",  U"p",  U"u", U"P", U"h",  U"hk", U"ho",
    U"hl", U"y", U"n", U"nj", U"np", U"nl", U"b", U"m", U"ml", U"l"};
constexpr std::array<std::u32string_view, 28> kFinalKeys = {
    U"",   U"r",  U"R", U"rt", U"s",  U"sw", U"sg", U"e", U"f", U"fr", U"fa", U"fq", U"ft", U"fx",
    U"fv", U"fg", U"a", U"q",  U"qt", U"t",  U"T",  U"d", U"w", U"c",  U"z",  U"x",  U"v",  U"g"};

// ㄱ (U+3131) to ㅣ (U+3163).
constexpr char32_t kFirstJamo = 0x3131;
constexpr std::array<std::u32string_view, 51> kJamo = {
    U"r",  U"R",  U"rt", U"s", U"sw", U"sg", U"e",  U"E",  U"f", U"fr", U"fa", U"fq", U"ft",
    U"fx", U"fv", U"fg", U"a", U"q",  U"Q",  U"qt", U"t",  U"T", U"d",  U"w",  U"W",  U"c",
    U"z",  U"x",  U"v",  U"g", U"k",  U"o",  U"i",  U"O",  U"j", U"p",  U"u",  U"P",  U"h",
    U"hk", U"ho", U"hl", U"y", U"n",  U"nj", U"np", U"nl", U"b", U"m",  U"ml", U"l"};

constexpr std::u32string_view kRows[] = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr double kRowShift[] = {0, 0.25, 0.75};  // of a row against the first, in keys

// The shift key only matters where it types another letter.
char32_t plain(char32_t key) {
  const bool shifted = std::u32string_view(U"QWERTOP").find(key) != std::u32string_view::npos;
  return key >= U'A' && key <= U'Z' && !shifted ? key - U'A' + U'a' : key;
}

char32_t without_shift(char32_t key) {
  return key >= U'A' && key <= U'Z' ? key - U'A' + U'a' : key;
}

bool is_jamo(char32_t c) { return c >= kFirstJamo && c < kFirstJamo + kJamo.size(); }

template <std::size_t N>
std::optional<std::size_t> find_in(const std::array<std::u32string_view, N>& table,
                                   std::u32string_view keys) {
  const auto found = std::find(table.begin(), table.end(), keys);
  if (found == table.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.begin());
}

// Composes as an input method does: a consonant before a vowel begins a syllable.
class Composer {
 public:
  explicit Composer(std::u32string_view keys) {
    std::transform(keys.begin(), keys.end(), std::back_inserter(keys_), plain);
  }

  std::u32string run() {
    while (at_ < keys_.size()) {
      if (is_vowel(at_ + 1) && find_in(kInitials, key(at_))) {
        compose_syllable();
      } else {
        compose_rest();
      }
    }
    return std::move(out_);
  }

 private:
  std::u32string_view keys(std::size_t at, std::size_t count) const {
    return at < keys_.size() ? std::u32string_view(keys_).substr(at, count) : std::u32string_view();
  }
  std::u32string_view key(std::size_t at) const { return keys(at, 1); }
  bool is_vowel(std::size_t at) const { return find_in(kVowels, key(at)).has_value(); }

  void compose_syllable() {
    const std::size_t initial = *find_in(kInitials, key(at_++));
    const std::size_t vowel = take_vowel();
    out_ += kFirstSyllable +
            static_cast<char32_t>((initial * kVowels.size() + vowel) * kFinals + take_final());
  }

  std::size_t take_vowel() {
    for (const std::size_t count : {2u, 1u}) {
      const auto vowel =
          keys(at_, count).size() == count ? find_in(kVowels, keys(at_, count)) : std::nullopt;
      if (!vowel) continue;
      at_ += count;
      return *vowel;
    }
    return 0;
  }

  // Two consonants, or one, that no vowel follows.
  std::size_t take_final() {
    for (const std::size_t count : {2u, 1u}) {
      const std::u32string_view wanted = keys(at_, count);
      const auto final = wanted.size() == count ? find_in(kFinalKeys, wanted) : std::nullopt;
      if (!final || is_vowel(at_ + count)) continue;
      at_ += count;
      return *final;
    }
    return 0;
  }

  void compose_rest() {
    for (const std::size_t count : {2u, 1u}) {
      const std::u32string_view wanted = keys(at_, count);
      const bool vowel = is_vowel(at_);
      const auto jamo =
          wanted.size() == count && (vowel || count == 1) ? find_in(kJamo, wanted) : std::nullopt;
      if (!jamo) continue;
      out_ += kFirstJamo + static_cast<char32_t>(*jamo);
      at_ += count;
      return;
    }
    out_ += keys_[at_++];
  }

  std::u32string keys_;
  std::size_t at_ = 0;
  std::u32string out_;
};

}  // namespace

std::u32string keys_of(std::u32string_view text) {
  std::u32string keys;
  for (const char32_t c : text) {
    if (is_hangul_syllable(c)) {
      const char32_t index = c - kFirstSyllable;
      keys += kInitials[index / kFinals / kVowels.size()];
      keys += kVowels[index / kFinals % kVowels.size()];
      keys += kFinalKeys[index % kFinals];
    } else if (is_jamo(c)) {
      keys += kJamo[c - kFirstJamo];
    } else {
      keys += c;
    }
  }
  return keys;
}

std::u32string typed_by(std::u32string_view keys) { return Composer(keys).run(); }

bool is_well_formed(std::u32string_view text) {
  return std::none_of(text.begin(), text.end(), [](char32_t c) {
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return latin || is_jamo(c);
  });
}

bool is_half_typed(std::u32string_view word) {
  return word.size() >= 3 && std::any_of(word.begin(), word.end(), is_jamo) &&
         std::any_of(word.begin(), word.end(), is_hangul_syllable);
}

bool are_neighbours(char32_t a, char32_t b) {
  struct Place {
    double row;
    double column;
  };
  const auto place = [](char32_t key) -> std::optional<Place> {
    for (std::size_t row = 0; row < std::size(kRows); ++row) {
      const std::size_t column = kRows[row].find(without_shift(key));
      if (column != std::u32string_view::npos) {
        return Place{static_cast<double>(row), static_cast<double>(column) + kRowShift[row]};
      }
    }
    return std::nullopt;
  };
  const auto left = place(a);
  const auto right = place(b);
  if (!left || !right || a == b) return false;
  return std::abs(left->row - right->row) <= 1 && std::abs(left->column - right->column) <= 1;
}

std::u32string_view korean_keys() { return U"rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"; }

}  // namespace gisa
