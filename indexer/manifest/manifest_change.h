#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"
#include "common/store/deleted_passages.h"
#include "indexer/manifest/file_outcome.h"
#include "indexer/manifest/manifest.h"
#include "indexer/manifest/plan.h"

namespace gisa {

// What a run writes beside its passages.
struct ManifestChange {
  std::vector<FileEntry> put;
  std::vector<std::string> erased;   // paths
  DeletedPassages deleted;           // all of them, old and new
  std::size_t articles = 0;          // in the whole database
  std::string dictionary;            // of the records; empty: as it was
  std::vector<std::string> lexicon;  // its records; empty: as it was

  // Into a database being built, or within the transaction that writes the passages.
  void write(Xapian::WritableDatabase& database) const;

  // Into a generation that is complete but for this. `database` is the path for messages.
  void write_into(const std::string& generation, const std::string& database) const;
};

// What was read in this run. The parts outlive it.
struct ReadFiles {
  const std::vector<SourceFile>& files;
  const std::vector<FileOutcome>& outcomes;
  const std::vector<FileRun>& runs;  // in the order of the passages
  std::uint32_t first_passage;       // number of the first new passage
};

// `started`: when the files were listed, in nanoseconds since 1970. A file that could not be opened
// keeps its old entry; of one that
// was not read to its end what was read is kept, unless an older state of it was read whole.
ManifestChange change_of(const Plan& plan, const Manifest& manifest, DeletedPassages deleted,
                         const ReadFiles& read, std::int64_t started);

}  // namespace gisa
