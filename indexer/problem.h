#pragma once

#include <functional>
#include <string>

namespace gisa {

// Something that was not indexed as it stands: a file or record left out, or bytes replaced.
struct Problem {
  std::string where;     // path, with `#n` for a record
  std::string what;      // one line: what is wrong and what was done about it
  bool left_out = true;  // false: indexed all the same
};

// Told of every problem as it is met. Problems are no errors: indexing goes on.
using ProblemSink = std::function<void(Problem)>;

}  // namespace gisa
