#pragma once

#include <cstdint>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/segment/inverter.h"

namespace gisa {

// A database in the making, as a few smaller ones. Batches are inverted by any thread in any order;
// in the whole they stand by their numbers. So many of them as `memory` holds are written together
// as one segment. Scratch files: after a crash the next run starts over.
class Segments {
 public:
  // Writes below `folder`, which exists; `name` is the database's for messages. `memory` in bytes.
  Segments(std::string folder, std::string name, std::size_t memory);

  // Of about so much text should a batch be.
  static constexpr std::size_t kBatchBytes = 1'500'000;

  // Makes the batch `number` part of the whole, and its group a segment if it is now complete.
  void add(std::size_t number, std::vector<InvertedBatch> batch);

  // Makes segments of what is in memory. After the last add(), once. `beside` async: with a second
  // thread.
  void finish(std::launch beside);

  // Packs `base` (a database's folder, or empty) and all segments into one database at `target`.
  // After finish(), once. The passages of `base` keep their numbers. Where `memory` is too little
  // to have all segments open, neighbours are packed first, and the segments are gone.
  void merge_into(const std::string& target, const std::string& base);

  // Whether gisa writes the segments; else Xapian does, which takes longer.
  bool knows_format() const { return knows_format_; }

 private:
  struct Group {
    std::vector<std::vector<InvertedBatch>> batches;
    std::size_t there = 0;
    std::string path;  // of the segment, when it is written
  };

  void write(Group& group, std::size_t number, std::launch beside);
  std::vector<std::string> pack_neighbours(const std::vector<std::string>& segments,
                                           std::size_t pass) const;

  const std::string folder_;
  const std::string name_;
  const std::size_t group_size_;
  const std::size_t most_open_;  // segments
  const bool knows_format_;
  std::mutex mutex_;  // guards all below
  std::vector<Group> groups_;
};

}  // namespace gisa
