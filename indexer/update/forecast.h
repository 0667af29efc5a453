#pragma once

#include <string>

#include "indexer/report/console.h"
#include "indexer/update/index_run.h"

namespace gisa {

// What run_index() would do.
struct Forecast {
  std::string text;      // a line for every file that it would read, leave out or remove, with the
                         // fields that its records would fill
  bool complete = true;  // nothing would be left out
};

// Writes nothing. Throws gisa::Error.
Forecast forecast_index(const IndexOptions& options, Console& console);

}  // namespace gisa
