#include "common/analysis/particle.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/text/hangul.h"

namespace gisa {

namespace {

using std::literals::operator""sv;

constexpr Particle kParticles[] = {
    // Case, and what stacks on it.
    {U"을", true},
    {U"를", true},
    {U"의", true},
    {U"에", true},
    {U"에서", true},
    {U"에게", true},
    {U"과", true},
    {U"와", true},
    {U"으로", true},
    {U"로", true},
    {U"까지", true},
    {U"부터", true},
    {U"에는", true},
    {U"에도", true},
    {U"에서는", true},
    {U"에서도", true},
    {U"에서의", true},
    {U"에만", true},
    {U"에게는", true},
    {U"에게서", true},
    {U"로는", true},
    {U"로도", true},
    {U"으로는", true},
    {U"으로도", true},
    {U"로서", true},
    {U"로써", true},
    {U"으로서", true},
    {U"으로써", true},
    {U"로부터", true},
    {U"으로부터", true},
    {U"까지는", true},
    {U"까지도", true},
    {U"부터는", true},
    {U"과의", true},
    {U"와의", true},
    {U"과는", true},
    {U"와는", true},
    {U"처럼", true},
    {U"보다", true},
    {U"께서", true},
    {U"이나", true},
    {U"만이", true},
    {U"만을", true},
    {U"만의", true},
    // The plural, and what stacks on it.
    {U"들", true},
    {U"들은", true},
    {U"들이", true},
    {U"들을", true},
    {U"들의", true},
    {U"들에게", true},
    {U"들과", true},
    {U"들도", true},
    {U"들에", true},
    {U"들로", true},
    // Topic and subject.
    {U"이", true},
    {U"가", true},
    {U"은", true},
    {U"도", true},
    {U"는", false},
    // Delimiters that verbs take, too.
    {U"만", false},
    {U"마다", false},
    {U"조차", false},
    {U"마저", false},
    {U"나", false},
    {U"라", false},
    {U"란", false},
    {U"랑", false},
    {U"든", false},
    {U"이든", false},
    {U"이라도", false},
    {U"라도", false},
    {U"뿐", false},
    {U"뿐만", false},
    {U"쯤", false},
    {U"씩", false},
    // The copula.
    {U"이다", false},
    {U"다", false},
    {U"이라", false},
    {U"이란", false},
    {U"이라는", false},
    {U"라는", false},
    {U"이라고", false},
    {U"라고", false},
    {U"이며", false},
    {U"며", false},
    {U"이고", false},
    {U"고", false},
    {U"였다", false},
    {U"이었다", false},
    {U"인", false},
    {U"입니다", false},
    {U"이었던", false},
    {U"였던", false},
    {U"이자", false},
    {U"자", false},
    {U"이지만", false},
    {U"지만", false},
    {U"인데", false},
    {U"이면", false},
    {U"라면", false},
    {U"이라며", false},
    {U"라며", false},
    {U"이어서", false},
    {U"이라서", false},
    {U"여서", false},
    {U"이어야", false},
    {U"여야", false},
    {U"이므로", false},
    {U"므로", false},
    {U"인지", false},
    {U"인가", false},
    {U"이었고", false},
    {U"였고", false},
    // Adjectives and verbs made of nouns.
    {U"적", false},
    {U"적인", false},
    {U"적으로", false},
    {U"하는", false},
    {U"하고", false},
    {U"한", false},
    {U"했다", false},
    {U"해", false},
    {U"하기", false},
    {U"하며", false},
    {U"하면", false},
    {U"할", false},
    {U"하지", false},
    {U"해서", false},
    {U"하던", false},
    {U"했던", false},
    {U"했고", false},
    {U"하게", false},
    {U"함", false},
    {U"된", false},
    {U"되는", false},
    {U"되고", false},
    {U"됐다", false},
    {U"되며", false},
    {U"될", false},
    {U"되지", false},
    {U"돼", false},
    {U"됐던", false},
    {U"시킨", false},
    {U"시키는", false},
    {U"받은", false},
    {U"받는", false},
};

// What follows a verb's stem, the commonest forms; not on disk.
constexpr std::u32string_view kVerbEndings[] = {
    U"지",   U"지는", U"지도", U"지를", U"지요", U"지만",   U"기",   U"기가", U"기는",
    U"기도", U"기로", U"기를", U"기만", U"기에", U"길",     U"고",   U"고는", U"고도",
    U"며",   U"면",   U"면서", U"는",   U"는데", U"던",     U"더니", U"도록", U"게",
    U"게끔", U"거나", U"자",   U"자는", U"자고", U"자마자", U"려",   U"려고", U"려는",
    U"려면", U"니",   U"니까", U"나",   U"다",   U"다가",   U"죠",   U"네",   U"냐",
    U"므로", U"든",   U"든지", U"시죠", U"시길", U"시면",   U"세요"};

// Endings with the letters of a noun, and behind which syllables they are no noun.
struct OnlyEnding {
  std::u32string_view text;
  bool (*follows)(std::u32string_view before);
};

bool follows_any(std::u32string_view) { return true; }
bool follows_one_syllable(std::u32string_view before) { return before.size() == 1; }
bool follows_rieul(std::u32string_view before) {
  return is_hangul_syllable(before.back()) && final_of(before.back()) == kFinalRieul;
}
bool follows_clause(std::u32string_view before) {
  return U"다라자냐요죠"sv.find(before.back()) != before.npos;
}

constexpr OnlyEnding kOnlyEndings[] = {
    // 줄여야, 경우여야. The parties (여야) stand at the beginning.
    {U"여야", follows_any},
    {U"여야만", follows_any},
    {U"여야지", follows_any},
    {U"여야죠", follows_any},
    {U"여야겠다", follows_any},
    {U"여야한다", follows_any},
    {U"여야하는", follows_any},
    {U"여야할", follows_any},
    // 높을수록, 지날수록.
    {U"수록", follows_rieul},
    // 밝혔다고도, 것이라고도.
    {U"고도", follows_clause},
    // 말하자, 비유하자면. Two syllables before 하자 may be a noun with a defect: 설계하자.
    {U"하자", follows_one_syllable},
    {U"하자는", follows_one_syllable},
    {U"하자고", follows_any},
    {U"하자면", follows_any},
    {U"하자며", follows_any},
    {U"하자니", follows_any},
    {U"하자마자", follows_any},
    {U"하자고도", follows_any},
    {U"하자면서", follows_any},
    {U"하자던", follows_any},
    {U"하자더니", follows_any},
    {U"하자거나", follows_any},
    // 내놓을지.
    {U"을지", follows_any},
    {U"을지도", follows_any},
    {U"을지는", follows_any},
    {U"을지를", follows_any},
    {U"을지에", follows_any},
    {U"을지가", follows_any},
    {U"을지라도", follows_any},
    {U"을지언정", follows_any},
};

constexpr std::size_t kSyllables = kLastSyllable - kFirstSyllable + 1;

// Which syllables end a particle: few others need a look-up.
const std::vector<bool>& last_syllables() {
  static const std::vector<bool> found = [] {
    std::vector<bool> of(kSyllables);
    for (const Particle& particle : kParticles) of[particle.text.back() - kFirstSyllable] = true;
    return of;
  }();
  return found;
}

using Row = std::pair<std::u32string_view, std::size_t>;  // text, number

const std::vector<Row>& by_text() {
  static const std::vector<Row> rows = [] {
    std::vector<Row> sorted;
    for (std::size_t i = 0; i < std::size(kParticles); ++i)
      sorted.emplace_back(kParticles[i].text, i);
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return rows;
}

}  // namespace

std::span<const Particle> particles() { return kParticles; }

std::optional<std::size_t> particle_number(std::u32string_view text) {
  if (text.empty() || text.size() > kLongestParticle) return std::nullopt;
  const char32_t last = text.back() - kFirstSyllable;
  if (last >= kSyllables || !last_syllables()[last]) return std::nullopt;
  const auto at = std::lower_bound(by_text().begin(), by_text().end(), Row(text, 0));
  if (at == by_text().end() || at->first != text) return std::nullopt;
  return at->second;
}

bool is_plain_particle(std::u32string_view text) {
  constexpr std::u32string_view kPlain = U"는를을에와";
  if (text.size() == 1) return kPlain.find(text.front()) != std::u32string_view::npos;
  return particle_number(text).has_value();
}

bool is_verb_ending(std::u32string_view text) {
  return std::find(std::begin(kVerbEndings), std::end(kVerbEndings), text) !=
         std::end(kVerbEndings);
}

bool is_only_ending(std::u32string_view before, std::u32string_view text) {
  return std::any_of(
      std::begin(kOnlyEndings), std::end(kOnlyEndings),
      [&](const OnlyEnding& ending) { return ending.text == text && ending.follows(before); });
}

}  // namespace gisa
