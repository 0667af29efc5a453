#include "searcher/repair/near_word.h"

#include <algorithm>
#include <map>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/repair/keyboard.h"

namespace gisa {

namespace {

// How easily a slip happens, against the easiest. No corpus of Korean typing errors is free, so
// these are orders of magnitude only: a neighbouring key, two keys in the other order and a key hit
// twice are the slips that are usual; any other key is not.
constexpr double kNeighbour = 1;
constexpr double kSwapped = 1;
constexpr double kTwice = 1;
constexpr double kLeftOut = 0.5;
constexpr double kTooMany = 0.3;
constexpr double kAnyOther = 0.05;

// Vowels that sound alike: ㅐ ㅔ, ㅒ ㅖ.
bool sound_alike(char32_t a, char32_t b) {
  constexpr std::u32string_view kPairs[] = {U"op", U"OP"};
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](std::u32string_view pair) {
    return a != b && pair.find(a) != pair.npos && pair.find(b) != pair.npos;
  });
}

constexpr std::u32string_view kLatinKeys = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kMostKeys = 40;

bool is_latin(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

// All ways to put `keys` right by one key.
template <typename Use>
void for_each_slip(const std::u32string& keys, std::u32string_view alphabet, Use use) {
  std::u32string other;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    other = keys;
    other.erase(i, 1);
    const bool twice = i > 0 && (keys[i] == keys[i - 1] || are_neighbours(keys[i], keys[i - 1]));
    use(other, twice ? kTwice : kTooMany);
    for (const char32_t key : alphabet) {
      if (key == keys[i]) continue;
      other = keys;
      other[i] = key;
      const bool usual = are_neighbours(key, keys[i]) || sound_alike(key, keys[i]);
      use(other, usual ? kNeighbour : kAnyOther);
    }
    if (i + 1 < keys.size() && keys[i] != keys[i + 1]) {
      other = keys;
      std::swap(other[i], other[i + 1]);
      use(other, kSwapped);
    }
  }
  for (std::size_t i = 0; i <= keys.size(); ++i) {
    for (const char32_t key : alphabet) {
      other = keys;
      other.insert(i, 1, key);
      use(other, kLeftOut);
    }
  }
}

}  // namespace

std::vector<Slip> slips_of(std::u32string_view word) {
  const bool latin = is_latin(word);
  const std::u32string keys = latin ? std::u32string(word) : keys_of(word);
  if (keys.empty() || keys.size() > kMostKeys) return {};
  std::map<std::u32string, double> best;
  for_each_slip(keys, latin ? kLatinKeys : korean_keys(),
                [&](const std::u32string& other, double ease) {
                  double& known = best[latin ? other : typed_by(other)];
                  known = std::max(known, ease);
                });
  std::vector<Slip> slips;
  for (auto& [text, ease] : best) {
    if (text != word) slips.push_back({text, ease});
  }
  return slips;
}

std::vector<NearWord> near_words(std::u32string_view word, const Vocabulary& vocabulary) {
  std::vector<Slip> slips = slips_of(word);
  // Names are many in Latin letters (Wright, right), and few slips are in the first letter (Pollock
  // and Zamora 1984).
  const bool latin = is_latin(word);
  std::erase_if(slips, [&](const Slip& slip) {
    return latin ? !slip.text.starts_with(word.front()) : !is_well_formed(slip.text);
  });
  std::vector<std::string> texts;
  for (const Slip& slip : slips) texts.push_back(utf8(slip.text));
  const std::vector<std::uint32_t> frequencies = vocabulary.frequencies(texts);
  std::vector<NearWord> near;
  for (std::size_t i = 0; i < slips.size(); ++i) {
    if (frequencies[i] == 0) continue;
    near.push_back({texts[i], frequencies[i], slips[i].ease * frequencies[i]});
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const NearWord& a, const NearWord& b) { return a.score > b.score; });
  return near;
}

}  // namespace gisa
