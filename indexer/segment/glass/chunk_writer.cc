#include "indexer/segment/glass/chunk_writer.h"

#include "indexer/segment/glass/packing.h"

namespace gisa::glass {

ChunkWriter::ChunkWriter(TableWriter& table, std::string_view key, std::string_view separator,
                         std::uint32_t termfreq, std::uint32_t collfreq)
    : table_(table), key_(key), separator_(separator) {
  pack_uint(head_, termfreq);
  pack_uint(head_, collfreq);
}

void ChunkWriter::add(std::uint32_t first, std::uint32_t last, std::string_view postings) {
  if (body_.size() >= kChunk) write(false);
  if (body_.empty()) {
    first_ = first;
  } else {
    pack_uint(body_, first - last_ - 1);
  }
  body_ += postings;
  last_ = last;
}

void ChunkWriter::write(bool is_last) {
  std::string key = key_;
  if (head_.empty()) {
    key += separator_;
    pack_uint_sorted(key, first_);
  } else {
    pack_uint(head_, first_ - 1);
  }
  head_ += is_last ? '1' : '0';
  pack_uint(head_, last_ - first_);
  head_ += body_;
  table_.add(key, head_);
  head_.clear();
  body_.clear();
}

}  // namespace gisa::glass
