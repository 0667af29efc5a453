#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/request/answer.h"

namespace gisa {

// The most hits that are returned, and the most that are passed over: each is held in memory.
constexpr std::size_t kMostHits = 100'000;

// What is asked of a database: a query, and how to read and answer it.
struct Request {
  std::string text;    // the query as typed, in any encoding that gisa detects
  bool plain = false;  // the query is text, not syntax
  bool count = false;  // only how many articles answer is asked
  Blank blank = Blank::best;
  std::string since;  // as after `date:`; empty: from the beginning
  std::string until;
  // Of these facets articles of these whole values alone.
  std::map<std::string, std::vector<std::string>> only = {};
  std::string like;                 // the id of an article to find others like it; empty: none
  std::string trend;                // a period of trend_periods() to count by; empty: no trend
  std::vector<std::string> versus;  // further queries of the trend, in any encoding
  bool counts_all_words = false;    // Answer::all_words is wanted
  bool advises = true;              // of a query that finds nothing, say what would help
  bool with_bodies = false;         // those of Hit::article and Hit::copies are filled in
  SearchOptions search;
  std::vector<Note> notes = {};  // on how the request itself was read
};

// Throws gisa::Error.
Answer answer(const Searcher& searcher, const Request& request);

}  // namespace gisa
