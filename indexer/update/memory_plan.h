#pragma once

#include <cstddef>

namespace gisa {

// How a change shares out what memory it may take. In bytes, but for the threads.
struct MemoryPlan {
  std::size_t threads = 1;
  std::size_t articles = 0;  // that were read and wait to be analysed
  std::size_t words = 0;     // that are learnt
  std::size_t inverted = 0;  // batches that are in no segment yet
  std::size_t in_place = 0;  // text, at most, that one transaction takes
};

// For a process that is to take `memory` bytes at most, and `threads` threads (0: one a processor),
// or fewer where the memory is not enough for them.
MemoryPlan plan_memory(std::size_t memory, std::size_t threads);

// For a program that holds as much text itself, and so wants as many threads as it says: as much
// again for what becomes of the text.
MemoryPlan plan_for_text(std::size_t text, std::size_t threads);

}  // namespace gisa
