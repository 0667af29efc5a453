#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/database/database.h"
#include "common/folder/generation.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/manifest/metadata.h"
#include "indexer/update/additions.h"
#include "indexer/update/memory_plan.h"

namespace gisa {

struct WriterOptions {
  MemoryPlan memory;
  std::chrono::seconds patience{};                  // for another writer
  std::function<void()> on_foreign_format = [] {};  // Xapian writes the segments: it takes longer
  std::function<void()> on_merge = [] {};           // all segments are there, and are packed now
};

// The one way into a database. Holds the folder's lock for life. A change is begun, gets its
// passages from any number of threads, and is committed: in place, as one transaction, if it is
// small beside the database, else as segments that are packed with the generation before into a new
// one. Readers see all of it or nothing; what is begun and not committed was never there. One
// change at a time. All calls throw gisa::Error; the database is then as it was.
class IndexWriter {
 public:
  // As GenerationWriter. With Taking::anew nothing that is published stays.
  IndexWriter(const std::string& database, WriterOptions options, Taking taking = Taking::over);

  // What is published and stays; null if there is nothing. Until the next commit or compaction.
  Database* base();

  // Nothing that is published stays: what is committed next is the whole database.
  void start_over();

  // Whether the folder has a generation, be it one that does not stay.
  bool has_published() const { return !folder_.current().empty(); }

  // False in a process that was forked since the writer was made.
  bool is_mine() const { return folder_.is_mine(); }

  std::size_t threads() const { return options_.memory.threads; }

  // A change with nothing in it yet. The writer must outlive it.
  Additions begin();

  // Publishes, durably. How many articles the database has now.
  std::size_t commit(Additions& additions, const ManifestChange& change);

  // Publishes the same passages without the deleted ones, packed as closely as it goes; reads no
  // file but the database, which must be there.
  void compact();

  // The same if so many passages are deleted that it is worth it.
  void compact_if_due();

 private:
  std::size_t most_in_place();
  Additions begin(std::optional<std::string> dictionary, std::size_t most_in_memory,
                  std::uint32_t first_passage) const;
  std::size_t publish(Additions& additions, const ManifestChange& change, Database* base);
  void write_in_place(Additions& additions, const Metadata& metadata);
  void report_format();

  const std::string path_;
  const WriterOptions options_;
  GenerationWriter folder_;
  bool stays_;                      // what is published
  std::unique_ptr<Database> base_;  // opened when it is asked for
  bool format_reported_ = false;
};

}  // namespace gisa
