#pragma once

#include <cstdint>
#include <string>

namespace gisa {

// How far a run is.
struct Progress {
  std::uint64_t bytes = 0;  // of the files, as they lie on the disk
  std::uint64_t all_bytes = 0;
  std::size_t articles = 0;
  double seconds = 0;  // since it began
};

// In a few words: `1200 articles, 30 of 980 MB, 17.3 MB/s, 50 s left`; the rate and what is left as
// soon as they are known.
std::string to_string(const Progress& progress);

}  // namespace gisa
