#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/manifest/file_outcome.h"
#include "indexer/manifest/manifest.h"
#include "indexer/manifest/plan.h"

namespace gisa {

// What a run changes in the manifest, and with it in the database.
class ManifestChange {
 public:
  void add(FileEntry entry);

  // The passages of `known` are deleted; `entry`, of the same path, has others.
  void replace(const FileEntry& known, FileEntry entry);

  // Its passages are deleted.
  void erase(const FileEntry& known);

  // The same articles and passages, but the file has another date.
  void restamp(FileEntry entry);

  // Passages that were added are not kept.
  void drop(DocRange passages) { deleted_.push_back(passages); }

  const std::vector<FileEntry>& put() const { return put_; }
  const std::vector<std::string>& erased() const { return erased_; }  // paths
  const std::vector<DocRange>& deleted() const { return deleted_; }   // passages
  std::size_t articles_after(std::size_t before) const { return before + come_ - gone_; }

 private:
  std::vector<FileEntry> put_;
  std::vector<std::string> erased_;
  std::vector<DocRange> deleted_;
  std::size_t come_ = 0;  // articles
  std::size_t gone_ = 0;
};

// What was read in a run. The parts outlive it, and have one element for each file.
struct ReadFiles {
  const std::vector<SourceFile>& files;
  const std::vector<FileOutcome>& outcomes;
  const std::vector<DocRange>& passages;
};

// `started`: when the files were listed, in nanoseconds since 1970. A file that could not be opened
// keeps its old entry; of one that was not read to its end what was read is kept, unless an older
// state of it was read whole.
ManifestChange change_of(const Plan& plan, const Manifest& manifest, const ReadFiles& read,
                         std::int64_t started);

}  // namespace gisa
