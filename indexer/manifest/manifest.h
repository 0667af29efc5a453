#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/database/database.h"
#include "common/store/deleted_passages.h"
#include "indexer/report/problem.h"

namespace gisa {

// What a database knows of one file it was made from: enough to see that the file is unchanged
// without reading it, and where its passages are. docs/schema.md has the record on disk.
struct FileEntry {
  std::string path;  // from the root of the file system, the bytes as they are; or handed_over_path
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970; 0 if the file may have changed since
  std::uint64_t content = 0;  // hash of its bytes
  std::uint32_t articles = 0;
  DocRange passages;
  // Files that hold articles which this one has, too: when one of them changes or goes, this one
  // must be read again.
  std::vector<std::string> shares_with;
  std::vector<Problem> problems;  // the first few
  std::uint32_t more_problems = 0;
  std::set<std::string> encodings;  // of its texts, by name
};

// The `path` of an article that no file holds: gisa::Indexer took it from a program.
std::string handed_over_path(std::string_view article_id);
bool is_handed_over(std::string_view path);

constexpr std::size_t kProblemsKept = 8;

std::string encode(const FileEntry& entry);

// Throws gisa::Error (database_damaged) if `record` is not what encode() makes.
FileEntry decode_file_entry(std::string_view record);

// The metadata key of the entry of the file at `path`.
std::string manifest_key(std::string_view path);

// All entries, by path.
using Manifest = std::map<std::string, FileEntry, std::less<>>;

Manifest read_manifest(Database& database);

// How many articles the database says it has. Throws gisa::Error (database_damaged) if that is no
// number.
std::size_t article_count(Database& database);

}  // namespace gisa
