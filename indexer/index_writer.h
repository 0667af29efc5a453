#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/database.h"
#include "common/generation.h"
#include "indexer/document.h"

namespace gisa {

// Builds a whole database aside and publishes it at once; until then, and if publish() is never
// reached, readers keep what was there before. Small segments are written one after the other and
// merged: Xapian's inverter slows down as it fills (docs/architecture.md).
class IndexWriter {
 public:
  // Throws gisa::Error (database_busy, database_foreign, output).
  explicit IndexWriter(const std::string& database);

  void add(const StoredPassage& passage);

  // Merges, stamps and publishes. Once.
  void publish(std::size_t articles);

 private:
  struct Segment {
    std::string path;
    int level;  // how many merges it has been through
  };

  void close_segment();
  void merge(std::size_t first, const std::string& target);
  std::string new_segment_path();

  std::string name_;
  GenerationWriter folder_;
  DocumentMaker documents_;
  Xapian::WritableDatabase open_;
  std::size_t open_bytes_ = 0;  // text in the open segment
  std::vector<Segment> segments_;
  std::size_t made_ = 0;
};

}  // namespace gisa
