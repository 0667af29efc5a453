#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/text/folded_text.h"

namespace gisa {

// A term of the index that a word of the query asks for.
struct QueryTerm {
  std::u32string chars;  // two neighbouring syllables, a short word, a number, a Latin word
  double weight;         // its idf, less in a question word or a variant
  std::size_t word;      // into CompiledQuery::words
};

// The terms of a query, each once, ready to be counted in texts.
class QueryTerms {
 public:
  // Of two equal terms the heavier is kept.
  void add(QueryTerm term);

  std::size_t size() const { return terms_.size(); }
  const QueryTerm& operator[](std::size_t i) const { return terms_[i]; }

  // Adds to counts[i] how often term i stands in `text`: a pair of syllables anywhere in a word, a
  // number or a Latin word not within a longer one.
  void count(const FoldedText& text, std::vector<std::uint32_t>& counts) const;

 private:
  std::vector<QueryTerm> terms_;
  std::vector<std::size_t> pairs_;  // into terms_: those of two characters within one word
  std::vector<std::size_t> others_;
};

}  // namespace gisa
