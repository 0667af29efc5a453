#pragma once

#include <cstddef>
#include <string>

#include "indexer/console.h"
#include "indexer/problem.h"

namespace gisa {

// Tells people of problems: a line each, and of a file that is full of them the first ones.
class ProblemLines {
 public:
  explicit ProblemLines(Console& console) : console_(console) {}

  void tell(const Problem& problem);

  // Says that the file at `path` has more of them, and what lists them.
  void tell_of_more(const std::string& path, const std::string& lister);

 private:
  Console& console_;
  std::string path_;      // of the last one
  std::size_t told_ = 0;  // of this path in a row
};

}  // namespace gisa
