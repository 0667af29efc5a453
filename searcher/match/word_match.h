#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/database/database.h"
#include "searcher/postings/index_query.h"
#include "searcher/words/analysed_word.h"

// Which passages the index proposes for a word: at least all that the text would accept, save those
// that have it in pieces of one syllable (집 값 for 집값), which only a phrase asks for.
namespace gisa {

// What a passage can show for a word it ranks by: any of its terms, or of its variants'.
IndexQuery evidence_of(const AnalysedWord& word);

// The same with the same weights, without most passages that do not have what is asked for: a long
// word's syllable pairs are common one by one.
IndexQuery narrowed_evidence_of(const AnalysedWord& word, Pieces pieces);

// Every passage that has `word` has one of any two neighbouring syllable pairs of it, however it is
// spaced: 인공 지능 has 인공 and 지능, if not 공지. `prefix` goes before each term.
IndexQuery narrowed(const AnalysedWord& word, std::string_view prefix);

// Every passage that has the phrase, folded to `chars`, whose words are `words`.
IndexQuery phrase_candidates(const std::vector<AnalysedWord>& words, std::u32string_view chars,
                             std::string_view prefix);

// The passages with a term that begins so.
struct Expansions {
  IndexQuery query;
  Xapian::doccount passages = 0;  // at most so many
  bool cut = false;               // there are more such terms than kMostExpansions
};

// The most frequent terms are taken. Throws gisa::Error if the database cannot be read.
constexpr Xapian::termcount kMostExpansions = 200;
Expansions expansions(Database& database, const std::string& beginning);

// The pairs of neighbours, which are terms where `chars` are syllables.
std::vector<std::string> pairs_of(std::u32string_view chars);

// What the index has of a part of a word: its pairs of syllables, or a lone one.
std::vector<std::string> terms_of(const WordPart& part);

// The parts that are not empty, joined to one of that kind: any or all.
IndexQuery joined(IndexQuery::Kind kind, std::vector<IndexQuery> parts);

// The passages of `required`, which `optional` adds to the score of. Holds `required` twice.
IndexQuery with_optional(const IndexQuery& required, const IndexQuery& optional);

}  // namespace gisa
