#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "common/glass/block_file.h"
#include "common/glass/version_file.h"

namespace gisa::glass {

// Some postings of a list, as they lie in the table (xapian-core 1.4, glass_postlist.cc): for each
// the document, as its distance from the one before less 1, and its wdf, both as varints; of the
// first there is only the wdf.
struct PostingChunk {
  std::uint32_t first;  // document
  std::uint32_t last;
  std::uint32_t list_size;  // postings of the whole list, as its head says
  std::string_view postings;
};

// The posting lists of a database in one state of it. Reads chunks where Xapian's interface hands
// out one posting after the other, which takes several times as long. Any thread.
class PostingTable {
 public:
  // Of the database in the folder `tables` that Xapian has open, in the state `revision`. nullptr
  // if it is of another format than that of format_mark(), or in another state by now.
  static std::shared_ptr<const PostingTable> open(const std::filesystem::path& tables,
                                                  std::string_view uuid, std::uint32_t revision);

  PostingTable(const std::filesystem::path& file, TableRoot root, std::uint32_t revision);

  // Calls `take` with all chunks of a term's postings in the order of the documents; with none if
  // the term is not there. False if that could not be read to the end, or `take` returned
  // false: Xapian is to be asked, which says what is wrong.
  bool read(std::string_view term, const std::function<bool(const PostingChunk&)>& take) const;

 private:
  const BlockFile file_;
  const TableRoot root_;
  const std::uint32_t revision_;
  const std::uint64_t most_postings_;  // that there is room for in the file
};

// Takes a varint of at most 32 bits from the front. False if there is none.
inline bool take_number(const unsigned char*& at, const unsigned char* end, std::uint32_t& number) {
  if (at == end) return false;
  number = *at++;
  if (number < 128) return true;
  number &= 127;
  for (unsigned shift = 7; at != end && shift < 32; shift += 7) {
    const std::uint32_t byte = *at++;
    number |= (byte & 127) << shift;
    if (byte < 128) return true;
  }
  return false;
}

// Calls add(document, wdf) for each posting. False if the chunk is damaged.
template <typename Add>
bool for_each_posting(const PostingChunk& chunk, Add&& add) {
  auto at = reinterpret_cast<const unsigned char*>(chunk.postings.data());
  const auto end = at + chunk.postings.size();
  std::uint32_t wdf = 0;
  std::uint32_t distance = 0;
  for (std::uint32_t document = chunk.first;; document += distance + 1) {
    if (!take_number(at, end, wdf)) return false;
    add(document, wdf);
    if (at == end) return document == chunk.last;
    if (!take_number(at, end, distance) || distance >= chunk.last - document) return false;
  }
}

}  // namespace gisa::glass
