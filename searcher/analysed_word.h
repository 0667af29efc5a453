#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/database.h"
#include "searcher/search_word.h"

namespace gisa {

// A word of the query as the index knows it.
struct AnalysedWord {
  SearchWord word;
  std::vector<std::string> alternatives;  // terms that stand for less than the word: 밥 of 밥을
  bool cut_into_grams = false;            // then word.terms are its syllable pairs, in order
};

// The words of `text`. Appends its tokens to `printed`, after ` | ` if that is not empty.
std::vector<AnalysedWord> analyse(const Analyzer& analyzer, std::string_view text,
                                  std::string& printed);

// Every passage that has `word` has one of any two neighbouring syllable pairs of it, however it is
// spaced: 인공 지능 has 인공 and 지능, if not 공지. `prefix` goes before each term.
Xapian::Query narrowed(const AnalysedWord& word, std::string_view prefix);

// Every passage that has the phrase, folded to `chars`, whose words are `words`.
Xapian::Query phrase_candidates(const std::vector<AnalysedWord>& words, std::u32string_view chars,
                                std::string_view prefix);

// The first syllable pair of a word that begins with `chars`; empty if they do not begin with two
// syllables.
std::string first_gram_of(std::u32string_view chars);

std::string utf8(std::u32string_view chars);

}  // namespace gisa
