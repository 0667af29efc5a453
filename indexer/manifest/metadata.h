#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/database/database.h"
#include "common/store/deleted_passages.h"
#include "indexer/manifest/manifest_change.h"

namespace gisa {

// What a writer writes into a database beside the passages (docs/schema.md).
struct Metadata {
  const ManifestChange& change;      // outlives it
  DeletedPassages deleted;           // all of them, old and new
  std::size_t articles = 0;          // in the whole database
  std::string dictionary;            // of the records; empty: as it was
  std::vector<std::string> lexicon;  // its records; empty: as it was

  // Into a database being built, or within the transaction that writes the passages. Throws
  // Xapian::Error.
  void write(Xapian::WritableDatabase& database) const;

  // Into a generation that is complete but for this. `database` is the path for messages. Throws
  // gisa::Error.
  void write_into(const std::string& generation, const std::string& database) const;
};

}  // namespace gisa
