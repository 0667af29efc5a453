#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/outputs/output.h"
#include "searcher/request/request.h"

namespace gisa {

struct Options {
  std::vector<std::string> databases;  // searched as one
  std::optional<std::size_t> memory;   // for what is kept from one query to the next
  bool partial = false;                // without those that do not answer
  Request request;                     // its text is the QUERY arguments, joined by blanks
  std::string batch;       // a file of queries, or - for standard input; empty: no batch
  std::string judgements;  // a file of judgements to hold the batch against; empty: none
  const OutputFormat* format = nullptr;
  OutputStyle style;
  bool pager = true;     // what does not fit on the terminal goes through one
  std::string save;      // the name to save the query by; empty: not to be saved
  std::string fresh;     // the saved search of which only what is new is listed; empty: none
  std::string forget;    // the saved search to forget; empty: none
  bool saved = false;    // list the saved searches
  bool changes = false;  // an article that has changed is new to the search
  bool follow = false;   // print what is new as it comes
  std::vector<std::pair<std::string, std::string>> given;  // what `request` is made of
  bool quiet = false;                                      // no notes
  bool interactive = false;                                // ask for queries, one after the other
  bool server = false;                                     // answer requests in JSON
  bool mcp = false;                          // answer an agent, by the Model Context Protocol
  std::string http;                          // the address to serve a page at; empty: none
  std::vector<std::string> allowed_origins;  // of other sites whose pages may ask there
  bool done = false;                         // --help or --version has been answered
};

// Reads the command line; prints help or the version if asked to. Throws Error (usage).
Options read_options(int argc, const char* const* argv);

}  // namespace gisa
