#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// What a database holds as a whole.
struct Archive {
  std::size_t articles = 0;
  std::string first_date;               // of the earliest article, as precise as it is known;
  std::string last_date;                // both empty if no article has a date
  std::vector<std::string> newspapers;  // those of most passages first, a thousand
};

// Searches within the time limit of `bounds`, and as long as they are not cancelled. Throws
// gisa::Error.
Archive archive_of(const Searcher& searcher, const SearchOptions& bounds);

}  // namespace gisa
