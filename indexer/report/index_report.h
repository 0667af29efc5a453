#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/report/lacks.h"

namespace gisa {

// What a run did.
struct IndexReport {
  std::size_t files = 0;     // read that gave at least one article
  std::size_t articles = 0;  // read
  std::size_t passages = 0;
  std::size_t repeated = 0;  // records that were there already, word for word, under the same id
  std::uint64_t text_bytes = 0;  // of titles and bodies, as stored
  Lacks lacks;                   // of the articles read
  double seconds = 0;
  std::size_t left_out = 0;  // files and records that are not in the database
  std::size_t mended = 0;    // places indexed that are damaged
  bool all_named = true;     // each of these was reported
  // Files, by what became of them since the run before.
  bool first = true;  // there was none
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
  std::size_t unchanged = 0;
  int signal = 0;         // that ended the run early, or 0
  bool kept_old = false;  // because of it, nothing was changed
};

// The report in a few lines for people.
std::string to_string(const IndexReport& report);

}  // namespace gisa
