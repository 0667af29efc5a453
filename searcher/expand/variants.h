#pragma once

#include "common/database/database.h"
#include "searcher/expand/synonyms.h"
#include "searcher/words/search_word.h"

namespace gisa {

// What else a word of a query is looked for as.
class Variants {
 public:
  // `database` and `synonyms` must outlive the object; one thread at a time.
  Variants(Database& database, const Synonyms& synonyms)
      : database_(database), synonyms_(synonyms) {}

  // The heaviest first, each once, none the word itself. Throws gisa::Error if the database cannot
  // be read.
  std::vector<WrittenForm> of(const SearchWord& word) const;

 private:
  const std::vector<std::string>& synonyms_of(const SearchWord& word) const;
  std::vector<std::string> in_hanja(const SearchWord& word) const;
  std::vector<std::string> aliases_of(const SearchWord& word) const;

  // At most so many passages have the word: those with the least frequent of its terms.
  std::uint32_t passages_with(const std::string& stem) const;

  // Whether a passage has `stem` itself, not only its pairs of syllables.
  bool stands(const std::u32string& stem) const;

  // Whether a term of the index begins with the number `form`: 3.2만 of 3.2만명.
  bool begins_term(const std::u32string& form) const;

  Database& database_;
  const Synonyms& synonyms_;
};

}  // namespace gisa
