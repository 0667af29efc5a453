#pragma once

#include <string>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/request/answer.h"

namespace gisa {

// What is asked of a database: a query, and how to read and answer it.
struct Request {
  std::string text;    // the query as typed, in any encoding that gisa detects
  bool plain = false;  // the query is text, not syntax
  bool count = false;  // only how many articles answer is asked
  Blank blank = Blank::best;
  std::string since;  // as after `date:`; empty: from the beginning
  std::string until;
  std::string like;  // the id of an article to find others like it; empty: none
  SearchOptions search;
  std::vector<Note> notes = {};  // on how the request itself was read
};

// Throws gisa::Error.
Answer answer(const Searcher& searcher, const Request& request);

}  // namespace gisa
