#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/problem.h"

namespace gisa {

// A file to index.
struct SourceFile {
  std::filesystem::path path;  // as it can be opened
  std::string name;            // relative to the SOURCE it was found under, UTF-8 in NFC
  std::uintmax_t bytes = 0;
};

// True for hidden files, README and LICENSE, which lie beside articles and are none.
bool is_no_article(const std::filesystem::path& path);

// All regular files below `roots` (folders or files), each once, in the order of the roots and then
// by name, so that two runs see the same order. Hidden files, README and LICENSE are no articles
// and are passed over; what cannot be read, and devices, pipes and sockets, is told to `problems`.
// Throws Error (input) if a root does not exist.
std::vector<SourceFile> list_sources(const std::vector<std::string>& roots,
                                     const ProblemSink& problems);

}  // namespace gisa
