#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/report/problem.h"

namespace gisa {

// A file to index.
struct SourceFile {
  std::filesystem::path path;  // as it can be opened
  std::string name;            // relative to the SOURCE it was found under, UTF-8 in NFC
  std::uintmax_t bytes = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::string real;  // the path from the root of the file system, by which it is known again
};

struct SourceList {
  std::vector<SourceFile> files;
  std::vector<std::string> unread;  // real paths of folders that could not be read
};

// True for what lies beside articles and is none: hidden files, README and LICENSE, locks of
// Office, what systems and browsers leave in folders (Thumbs.db, desktop.ini, half a download).
bool is_no_article(const std::filesystem::path& path);

// All regular files below `roots` (folders or files), each once, in the order of the roots and then
// by name, so that two runs see the same order. What is_no_article(), and the folder of pictures
// beside a saved page, are passed over; what cannot be read, devices, pipes and sockets, and a root
// without a file are reported to `problems`.
// Throws Error (input) if a root does not exist.
SourceList list_sources(const std::vector<std::string>& roots, const ProblemSink& problems);

// When `file` was last changed, and its size, as they are now; false if it is gone.
bool restat(SourceFile& file);

}  // namespace gisa
