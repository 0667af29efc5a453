#include "searcher/match/word_match.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/text/utf8.h"
#include "searcher/words/idf.h"

namespace gisa {

namespace {

// An alternative (밥 for 밥을) says less than the word as typed.
constexpr double kAlternativeWeight = 0.3;

// Runs of neighbouring terms that are asked for, of a word long enough to have more of them.
constexpr std::size_t kMostRuns = 16;

IndexQuery weighted(IndexQuery query, double weight) {
  return weight == 1.0 ? query : IndexQuery::scaled(std::move(query), weight);
}

IndexQuery any_of(const std::vector<std::string>& terms, double weight) {
  return weighted(IndexQuery::any_term(terms), weight);
}

IndexQuery all_of(const std::vector<std::string>& terms) {
  return IndexQuery::all({terms.begin(), terms.end()});
}

// One of every `length` neighbours.
IndexQuery some_of_every(std::size_t length, const std::vector<IndexQuery>& terms) {
  const std::size_t runs = terms.size() - length + 1;
  const std::size_t step = (runs + kMostRuns - 1) / kMostRuns;
  std::vector<IndexQuery> parts;
  for (std::size_t i = 0; i < runs; i += step) {
    const auto begin = terms.begin() + static_cast<std::ptrdiff_t>(i);
    parts.push_back(IndexQuery::any({begin, begin + static_cast<std::ptrdiff_t>(length)}));
  }
  return IndexQuery::all(std::move(parts));
}

// `typed` are the passages with the word as it was typed.
IndexQuery with_other_forms(IndexQuery typed, const AnalysedWord& word) {
  std::vector<IndexQuery> forms = {std::move(typed), any_of(word.alternatives, kAlternativeWeight)};
  for (const WrittenForm& variant : word.word.variants) {
    forms.push_back(any_of(variant.terms, variant.weight));
  }
  return weighted(IndexQuery::any(std::move(forms)), WordWeights::role(word.word));
}

}  // namespace

std::vector<std::string> pairs_of(std::u32string_view chars) {
  std::vector<std::string> pairs;
  for (std::size_t i = 0; i + 1 < chars.size(); ++i) pairs.push_back(utf8(chars.substr(i, 2)));
  return pairs;
}

std::vector<std::string> terms_of(const WordPart& part) {
  return part.stem.size() == 1 ? std::vector{utf8(part.stem)} : pairs_of(part.stem);
}

IndexQuery joined(IndexQuery::Kind kind, std::vector<IndexQuery> parts) {
  std::erase_if(parts, [](const IndexQuery& part) { return part.empty(); });
  return kind == IndexQuery::Kind::all ? IndexQuery::all(std::move(parts))
                                       : IndexQuery::any(std::move(parts));
}

// OP_AND_MAYBE would say so, but Xapian 1.4.22 loses one of the best passages with it now and then,
// more often over several databases.
IndexQuery with_optional(const IndexQuery& required, const IndexQuery& optional) {
  return IndexQuery::filtered(IndexQuery::any({required, optional}), required);
}

Expansions expansions(Database& database, const std::string& beginning) {
  std::vector<Xapian::doccount> frequencies = database.read([&](Xapian::Database& db) {
    std::vector<Xapian::doccount> found;
    const auto end = db.allterms_end(beginning);
    for (auto term = db.allterms_begin(beginning); term != end; ++term) {
      found.push_back(term.get_termfreq());
    }
    return found;
  });
  const bool cut = frequencies.size() > kMostExpansions;
  if (cut) {
    std::nth_element(frequencies.begin(), frequencies.begin() + kMostExpansions, frequencies.end(),
                     std::greater<>());
    frequencies.resize(kMostExpansions);
  }
  return {IndexQuery::other(Xapian::Query(Xapian::Query::OP_WILDCARD, beginning, kMostExpansions,
                                          Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT)),
          std::accumulate(frequencies.begin(), frequencies.end(), Xapian::doccount(0)), cut};
}

IndexQuery evidence_of(const AnalysedWord& word) {
  return with_other_forms(any_of(word.word.terms, 1.0), word);
}

IndexQuery narrowed_evidence_of(const AnalysedWord& word, Pieces pieces) {
  const std::size_t pairs = word.word.terms.size();
  // A word in pieces (인공 지능) has one of any two neighbours; of half of them all others may
  // miss.
  const std::size_t length = pieces == Pieces::nowhere ? 2 : pairs / 2 + 1;
  if (!word.cut_into_bigrams || length < 2 || length >= pairs) return evidence_of(word);
  const std::vector<IndexQuery> terms(word.word.terms.begin(), word.word.terms.end());
  std::vector<IndexQuery> enough = {some_of_every(length, terms)};
  for (const WordPart& part : word.word.parts) {
    if (pieces != Pieces::nowhere && part.suffices) enough.push_back(all_of(terms_of(part)));
  }
  return with_other_forms(
      IndexQuery::filtered(any_of(word.word.terms, 1.0), IndexQuery::any(std::move(enough))), word);
}

IndexQuery narrowed(const AnalysedWord& word, std::string_view prefix) {
  std::vector<IndexQuery> terms;
  for (const auto* list : {&word.word.terms, &word.alternatives}) {
    for (const std::string& term : *list) terms.emplace_back(std::string(prefix) + term);
  }
  if (word.cut_into_bigrams && terms.size() >= 2) return some_of_every(2, terms);
  return IndexQuery::any(std::move(terms));
}

IndexQuery phrase_candidates(const std::vector<AnalysedWord>& words, std::u32string_view chars,
                             std::string_view prefix) {
  std::vector<IndexQuery> parts;
  for (const AnalysedWord& word : words) {
    // 쌀 값 may be written 쌀값: a lone syllable narrows nothing.
    if (word.word.stem.size() == 1) continue;
    parts.push_back(narrowed(word, prefix));
  }
  if (chars.size() == 2 && parts.size() == 1) {  // and 쌀값 may be written 쌀 값
    const std::string place(prefix);
    parts[0] =
        IndexQuery::any({parts[0], IndexQuery::all({IndexQuery(place + utf8(chars.substr(0, 1))),
                                                    IndexQuery(place + utf8(chars.substr(1)))})});
  }
  if (!parts.empty()) return IndexQuery::all(std::move(parts));
  for (const AnalysedWord& word : words) parts.push_back(narrowed(word, prefix));
  for (const std::string& pair : pairs_of(chars)) parts.emplace_back(std::string(prefix) + pair);
  return IndexQuery::any(std::move(parts));
}

}  // namespace gisa
