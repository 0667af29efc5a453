#include "searcher/expand/hanja.h"

#include <algorithm>

#include "common/text/hanja.h"

namespace gisa {

namespace {

// What a headline abbreviates to one character. 韓 尹 李 文 and other names of persons are left to
// their readings: whom they mean changes with the year.
struct Abbreviation {
  char32_t character;
  std::u32string_view meaning;
};

constexpr Abbreviation kAbbreviations[] = {
    // Countries and places
    {U'美', U"미국"},
    {U'中', U"중국"},
    {U'日', U"일본"},
    {U'北', U"북한"},
    {U'南', U"남한"},
    {U'韓', U"한국"},
    {U'英', U"영국"},
    {U'佛', U"프랑스"},
    {U'獨', U"독일"},
    {U'露', U"러시아"},
    {U'伊', U"이탈리아"},
    {U'印', U"인도"},
    {U'濠', U"호주"},
    {U'豪', U"호주"},
    {U'臺', U"대만"},
    {U'台', U"대만"},
    {U'越', U"베트남"},
    {U'泰', U"태국"},
    {U'西', U"스페인"},
    {U'比', U"필리핀"},
    {U'歐', U"유럽"},
    {U'亞', U"아시아"},
    // Institutions
    {U'檢', U"검찰"},
    {U'警', U"경찰"},
    {U'靑', U"청와대"},
    {U'軍', U"군"},
    {U'與', U"여당"},
    {U'野', U"야당"},
    {U'政', U"정부"},
    {U'黨', U"당"},
    {U'法', U"법원"},
    {U'銀', U"은행"},
    {U'社', U"회사"},
    {U'株', U"주식"},
    {U'證', U"증권"},
    {U'委', U"위원회"},
    // People
    {U'女', U"여성"},
    {U'男', U"남성"},
    {U'父', U"아버지"},
    {U'母', U"어머니"},
    {U'子', U"아들"},
    {U'妻', U"아내"},
    {U'兒', U"아이"},
};

std::u32string_view abbreviated(char32_t character) {
  const auto* found =
      std::find_if(std::begin(kAbbreviations), std::end(kAbbreviations),
                   [&](const Abbreviation& known) { return known.character == character; });
  return found == std::end(kAbbreviations) ? std::u32string_view() : found->meaning;
}

// The word with each lone Chinese character written out; empty if there is none.
std::u32string written_out(std::u32string_view word) {
  std::u32string out;
  bool any = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool lone = is_hanja(word[i]) && (i == 0 || !is_hanja(word[i - 1])) &&
                      (i + 1 == word.size() || !is_hanja(word[i + 1]));
    const std::u32string_view meaning = lone ? abbreviated(word[i]) : std::u32string_view();
    any = any || !meaning.empty();
    if (meaning.empty()) {
      out += word[i];
    } else {
      out += meaning;
    }
  }
  return any && std::none_of(out.begin(), out.end(), is_hanja) ? out : std::u32string();
}

}  // namespace

std::vector<std::u32string> hanja_variants(std::u32string_view word) {
  std::vector<std::u32string> variants;
  if (std::none_of(word.begin(), word.end(), is_hanja)) return variants;
  if (std::u32string full = written_out(word); !full.empty()) variants.push_back(std::move(full));
  for (std::u32string& form : hanja_readings_of(word)) {
    if (std::find(variants.begin(), variants.end(), form) == variants.end()) {
      variants.push_back(std::move(form));
    }
  }
  return variants;
}

std::vector<std::u32string> abbreviations_of(std::u32string_view word) {
  std::vector<std::u32string> characters;
  for (const Abbreviation& known : kAbbreviations) {
    if (known.meaning == word) characters.emplace_back(1, known.character);
  }
  return characters;
}

}  // namespace gisa
