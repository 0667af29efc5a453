#pragma once

#include <string>
#include <vector>

#include "gisa/query.h"
#include "gisa/searcher.h"
#include "searcher/match/query_terms.h"
#include "searcher/postings/index_query.h"
#include "searcher/words/search_word.h"

namespace gisa {

// What a passage must satisfy to be a hit, decided on its text. Mirrors the Query it was made of.
struct Condition {
  Op op = Op::best;
  bool in_title = false;          // only the title counts
  bool optional = false;          // a part of `best` that ranks instead of having to hold
  bool in_index = false;          // the index alone decides what satisfies it
  bool in_pieces = false;         // for word: half of its syllable pairs may do
  std::size_t word = 0;           // for word and prefix: into CompiledQuery::words
  std::u32string phrase;          // for phrase: folded, without blanks
  std::size_t distance = 0;       // for near, as in Query
  std::string field;              // for filter, as in Query
  std::vector<std::string> text;  // for filter and date, as in Query
  std::vector<Condition> parts;
};

// A query made ready for one database.
struct CompiledQuery {
  IndexQuery candidates;  // matches every passage that can satisfy `condition`, and more
  IndexQuery counted;     // the same passages, where no score is asked for
  IndexQuery likely;      // some of them, with the best hits, quicker to match; may be empty
  Condition condition;
  std::vector<SearchWord> words;
  std::vector<std::size_t> ranking;  // into `words`: what a passage gains by, in the query's order
  QueryTerms terms;                  // of the ranking words
  bool asks_what_it_is = false;      // 함수란?
  std::vector<Note> notes;
  std::string tokens;  // of all its words, one line
};

}  // namespace gisa
