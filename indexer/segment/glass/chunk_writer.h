#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/segment/glass/table_writer.h"

namespace gisa::glass {

// Bytes of postings, or of values, that make an entry: what a reader may have to go through.
constexpr std::size_t kChunk = 2000;

// Postings of one list on their way into the table, which holds them in chunks.
class ChunkWriter {
 public:
  // `termfreq` and `collfreq` are those of the whole list; `key` is that of its first chunk, and
  // followed by `separator` and a number of the others. The table and `separator` must outlive the
  // object.
  ChunkWriter(TableWriter& table, std::string_view key, std::string_view separator,
              std::uint32_t termfreq, std::uint32_t collfreq);

  // Appends passages from `first` to `last`; see InvertedBatch::postings.
  void add(std::uint32_t first, std::uint32_t last, std::string_view postings);

  // To be called at the end.
  void finish() { write(true); }

 private:
  void write(bool is_last);

  TableWriter& table_;
  const std::string key_;
  const std::string_view separator_;
  std::string head_;  // of the first chunk, as long as that is not written
  std::string body_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace gisa::glass
