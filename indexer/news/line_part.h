#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/news/line_kind.h"

namespace gisa {

// A stretch of a line, in bytes, and what it is for.
struct LinePart {
  std::size_t begin = 0;
  std::size_t end = 0;
  LineKind kind = LineKind::text;
};

// Cuts one line of valid UTF-8 where what it is for changes: a credit behind a story, a caption or
// a signature before a lead. The parts follow one another and cover the line; a line that is of one
// kind is one part, a blank one too.
std::vector<LinePart> parts_of_line(std::string_view line);

}  // namespace gisa
