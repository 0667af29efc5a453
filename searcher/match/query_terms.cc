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
  if (pair) begins_pair_[term.chars[0] % kBuckets] = true;
  (pair ? pairs_ : others_).push_back(terms_.size());
  terms_.push_back(std::move(term));
}

void QueryTerms::count(const FoldedText& text, std::vector<std::uint32_t>& counts) const {
  if (!pairs_.empty()) count_pairs(text, counts);
  for (const std::size_t i : others_) {
    counts[i] += static_cast<std::uint32_t>(count_places(text, terms_[i].chars));
  }
}

void QueryTerms::count_pairs(const FoldedText& text, std::vector<std::uint32_t>& counts) const {
  const std::u32string_view chars = text.chars();
  for (std::size_t i = 0; i + 1 < chars.size(); ++i) {
    if (!begins_pair_[chars[i] % kBuckets]) continue;
    for (const std::size_t pair : pairs_) {
      const std::u32string& wanted = terms_[pair].chars;
      if (chars[i] == wanted[0] && chars[i + 1] == wanted[1] && text.word(i) == text.word(i + 1)) {
        ++counts[pair];
      }
    }
  }
}

}  // namespace gisa
