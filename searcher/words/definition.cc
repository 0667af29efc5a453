#include "searcher/words/definition.h"

#include <algorithm>
#include <array>

#include "searcher/words/question_word.h"

namespace gisa {

namespace {

// What is asked for: 환율의 뜻.
constexpr std::array<std::u32string_view, 4> kMeanings = {U"뜻", U"정의", U"의미", U"개념"};

// Ways to write 무엇, with what has grown together with it.
constexpr std::array<std::u32string_view, 5> kWhat = {U"무엇", U"뭐", U"뭔", U"뭘", U"뭡"};

// Verbs that say what their object is, in the present: 말한다, 뜻합니다, 의미하는.
constexpr std::array<std::u32string_view, 4> kVerbs = {U"말", U"뜻", U"의미", U"지칭"};
constexpr std::u32string_view kPresent = U"하한합함해";
constexpr std::u32string_view kObject = U"을를";

bool is_question(const SearchWord* word) { return is_question_word(word->surface, word->stem); }

bool is_what(const SearchWord* word) {
  return std::any_of(kWhat.begin(), kWhat.end(),
                     [&](std::u32string_view what) { return word->surface.starts_with(what); });
}

bool has_verb_at(std::u32string_view chars, std::size_t at) {
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::u32string_view verb) {
    const std::size_t end = at + verb.size();
    return end < chars.size() && chars.substr(at).starts_with(verb) &&
           kPresent.find(chars[end]) != std::u32string_view::npos;
  });
}

}  // namespace

bool asks_what_it_is(std::span<const SearchWord* const> words) {
  std::size_t end = words.size();
  while (end > 0 && is_question(words[end - 1])) --end;
  if (end == 0) return false;
  if (std::any_of(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(), is_what)) {
    return true;
  }
  const SearchWord& last = *words[end - 1];
  if (last.surface.size() > last.stem.size() && last.surface.ends_with(U"이란")) return true;
  return end > 1 && std::find(kMeanings.begin(), kMeanings.end(), last.stem) != kMeanings.end();
}

bool says_what_it_is(std::u32string_view chars) {
  for (std::size_t at = chars.find_first_of(kObject); at != std::u32string_view::npos;
       at = chars.find_first_of(kObject, at + 1)) {
    if (has_verb_at(chars, at + 1)) return true;
  }
  return false;
}

}  // namespace gisa
