#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace gisa {

// Something that was not indexed as it stands: a file or record left out, or damaged.
struct Problem {
  std::string path;                          // of the file, behind those of archives it is in
  std::string what;                          // one line: what is wrong and what was done about it
  bool left_out = true;                      // false: indexed all the same
  std::size_t record = 0;                    // counted from 1; 0: the whole file
  std::optional<std::uint64_t> offset = {};  // in the bytes of the file, once unpacked

  // The path, with `#n` for a record.
  std::string where() const { return record == 0 ? path : path + "#" + std::to_string(record); }
};

// Told of every problem as it is met. Problems are no errors: indexing goes on.
using ProblemSink = std::function<void(Problem)>;

}  // namespace gisa
