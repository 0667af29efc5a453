#pragma once

#include <string>
#include <vector>

namespace gisa {

struct WebOptions {
  std::string address;  // to listen at
  std::vector<std::string> databases;
  bool partial = false;
  std::string synonyms = {};                      // as in SearchOptions
  std::vector<std::string> allowed_origins = {};  // of other sites whose pages may ask
};

// Serves a page to search the databases with, and its requests, until a signal ends it
// (docs/http.md). Prints where it is on standard output. Throws gisa::Error if it cannot begin.
void serve_web(const WebOptions& options);

}  // namespace gisa
