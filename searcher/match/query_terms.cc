#include "searcher/match/query_terms.h"

#include <algorithm>

#include "searcher/match/occurrence.h"

namespace gisa {

void QueryTerms::add(QueryTerm term) {
  const auto known = std::find_if(terms_.begin(), terms_.end(), [&](const QueryTerm& other) {
    return other.chars == term.chars;
  });
  if (known != terms_.end()) {
    if (term.weight > known->weight) *known = std::move(term);
    return;
  }
  const bool pair = term.chars.size() == 2 && !is_alphanumeric(term.chars[0]);
  (pair ? pairs_ : others_).push_back(terms_.size());
  terms_.push_back(std::move(term));
}

void QueryTerms::count(const FoldedText& text, std::vector<std::uint32_t>& counts) const {
  for (const std::size_t i : pairs_) {
    for (const std::size_t at : text.places_of(terms_[i].chars)) {
      if (text.word(at) == text.word(at + 1)) ++counts[i];
    }
  }
  for (const std::size_t i : others_) {
    counts[i] += static_cast<std::uint32_t>(count_places(text, terms_[i].chars));
  }
}

}  // namespace gisa
