#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searcher/words/search_word.h"

namespace gisa {

// A word of the query as the index knows it.
struct AnalysedWord {
  SearchWord word;
  std::vector<std::string> alternatives;  // terms that stand for less than the word: 밥 of 밥을
  bool cut_into_bigrams = false;          // then word.terms are its syllable pairs, in order
};

// The words of `text`. Appends its tokens to `printed`, after ` | ` if that is not empty.
std::vector<AnalysedWord> analyse(const Analyzer& analyzer, std::string_view text,
                                  std::string& printed);

// The terms that passages with `text` are indexed under.
std::vector<std::string> index_terms(const Analyzer& analyzer, std::string_view text);

// The first syllable pair of a word that begins with `chars`; empty if they do not begin with two
// syllables.
std::string first_bigram_of(std::u32string_view chars);

}  // namespace gisa
