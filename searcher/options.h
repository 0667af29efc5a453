#pragma once

#include <string>

#include "gisa/searcher.h"
#include "searcher/outputs/output.h"

namespace gisa {

struct Options {
  std::string database;
  std::string query;       // the QUERY arguments, joined by blanks
  std::string batch;       // a file of queries, or - for standard input; empty: no batch
  std::string judgements;  // a file of judgements to hold the batch against; empty: none
  bool plain = false;      // the query is text, not syntax
  bool count = false;      // print how many articles, not which
  Blank blank = Blank::best;
  std::string since;  // as after `date:`; empty: from the beginning
  std::string until;
  SearchOptions search;
  const OutputFormat* format = nullptr;
  OutputStyle style;
  std::string like;          // the id of an article to find others like it; empty: none
  bool pager = true;         // what does not fit on the terminal goes through one
  bool interactive = false;  // ask for queries, one after the other
  bool done = false;         // --help or --version has been answered
};

// Reads the command line; prints help or the version if asked to. Throws Error (usage).
Options read_options(int argc, const char* const* argv);

}  // namespace gisa
