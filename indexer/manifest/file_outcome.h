#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/manifest/manifest.h"
#include "indexer/report/lacks.h"

namespace gisa {

// What reading a file gave.
struct FileOutcome {
  FileEntry entry;        // for the manifest, as far as the file itself says it
  bool complete = false;  // read to its end, all of it is in batches; else its first articles are
  bool steady = true;     // nobody wrote to it meanwhile
  std::uint32_t repeated = 0;
  std::uint64_t text_bytes = 0;  // of titles and bodies
  Lacks lacks;
};

}  // namespace gisa
