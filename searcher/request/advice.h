#pragma once

#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// What would help where `query`, asked with `options`, finds nothing: the days of the archive if it
// asks for others, how many articles each of its words finds alone, and how to write a day or two
// newspapers if that is what was meant. Searches a few times. Throws gisa::Error.
std::vector<Note> advice(const Searcher& searcher, const Query& query,
                         const SearchOptions& options);

}  // namespace gisa
