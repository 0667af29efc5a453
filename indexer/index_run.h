#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/console.h"

namespace gisa {

struct IndexReport {
  std::size_t files = 0;  // that gave at least one article
  std::size_t articles = 0;
  std::size_t passages = 0;
  std::size_t repeated = 0;  // records that were there already, word for word, under the same id
  std::uint64_t text_bytes = 0;  // of titles and bodies, as stored
  double seconds = 0;
  std::size_t left_out = 0;  // files and records that are not in the database
  std::size_t mended = 0;    // files and records indexed with bytes replaced
};

// Builds the database at `database` anew from every file below `sources` and publishes it. Tells
// `console` of each problem as it comes. Throws gisa::Error when nothing can be published.
IndexReport run_index(const std::string& database, const std::vector<std::string>& sources,
                      Console& console);

// The report in a few lines for people.
std::string to_string(const IndexReport& report);

}  // namespace gisa
