#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "common/database.h"
#include "common/retired.h"
#include "indexer/document.h"

namespace gisa {

// How many passages in a row came from one file.
struct FileRun {
  std::size_t file = 0;
  std::uint32_t passages = 0;
};

// A database in the making, as many small ones: Xapian's inverter, a map of maps, slows down as it
// fills (docs/performance.md). Pieces are written by any thread in any order; in the whole they
// stand by their numbers. Scratch files: after a crash the next run starts over.
class Segments {
 public:
  // Writes below `folder`; `name` is the database's for messages.
  Segments(std::string folder, std::string name)
      : folder_(std::move(folder)), name_(std::move(name)) {}

  // The documents of one piece, by one thread.
  class Piece {
   public:
    Piece(Segments& segments, std::size_t number) : segments_(segments), number_(number) {}

    void add(const Xapian::Document& document, std::size_t bytes);
    void add_run(FileRun run);

    // Makes it part of the whole. Without it, nothing was written.
    void close();

   private:
    void close_segment();

    Segments& segments_;
    const std::size_t number_;
    Xapian::WritableDatabase open_;
    std::size_t open_bytes_ = 0;
    std::vector<std::string> paths_;
    std::vector<FileRun> runs_;
  };

  // Packs `base` (a database's folder, or empty) and all pieces into one database at `target`.
  // After the last close(), once. The passages of `base` keep their numbers.
  void merge_into(const std::string& target, const std::string& base);

  // In the order of the passages.
  std::vector<FileRun> runs() const;

 private:
  struct Finished {
    std::vector<std::string> paths;
    std::vector<FileRun> runs;
    bool there = false;
  };

  std::string new_path();
  void finish(std::size_t number, Finished piece);
  std::vector<std::string> take_group(std::size_t group);

  const std::string folder_;
  const std::string name_;
  mutable std::mutex mutex_;  // guards all below
  std::vector<Finished> pieces_;
  std::size_t paths_made_ = 0;
};

}  // namespace gisa
