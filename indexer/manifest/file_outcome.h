#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "indexer/report/lacks.h"
#include "indexer/report/problem.h"

namespace gisa {

// What reading a file gave.
struct FileOutcome {
  bool complete = false;  // read to its end, all of it is in batches; else its first articles are
  bool steady = true;     // nobody wrote to it meanwhile
  std::uint32_t articles = 0;
  std::uint32_t repeated = 0;
  std::uint64_t text_bytes = 0;  // of titles and bodies
  Lacks lacks;
  std::uint64_t content = 0;  // hash of its bytes
  std::set<std::string> encodings;
  std::vector<std::string> shares_with;
  std::vector<Problem> problems;  // the first few
  std::uint32_t more_problems = 0;
};

// How many passages in a row came from one file.
struct FileRun {
  std::size_t file = 0;
  std::uint32_t passages = 0;
};

}  // namespace gisa
