#pragma once

#include <string>

#include "gisa/searcher.h"

namespace gisa {

// A query and what was found, for printing.
struct Answer {
  std::string id;     // of the query in a batch; empty outside
  std::string query;  // as typed
  SearchResult result;
};

}  // namespace gisa
