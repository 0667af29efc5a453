#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

// Four numbers below 2^16, the first in the lowest bits.
using Four = std::uint64_t;
inline constexpr Four kEach = 0x0001'0001'0001'0001;  // 1, four times

// Calls add(document, wdf) for each posting. Before it does so for four whose numbers are of one
// byte each, calls add_four(document, distances, wdfs): what they are in all from the document
// before them, and their wdfs; if that returns true, they are done. False if the chunk is damaged.
template <typename Add, typename AddFour>
bool for_each_posting(const PostingChunk& chunk, Add&& add, AddFour&& add_four) {
  constexpr bool kFirstIsLow = std::endian::native == std::endian::little;
  constexpr Four kHighBits = 0x8080 * kEach;
  constexpr Four kLowByte = 0xff * kEach;
  auto at = reinterpret_cast<const unsigned char*>(chunk.postings.data());
  const auto end = at + chunk.postings.size();
  std::uint32_t wdf = 0;
  std::uint32_t distance = 0;
  std::uint32_t document = chunk.first;
  if (!take_number(at, end, wdf)) return false;
  add(document, wdf);
  while (at != end) {
    Four bytes = 0;
    if (kFirstIsLow && static_cast<std::size_t>(end - at) >= sizeof bytes) {
      std::memcpy(&bytes, at, sizeof bytes);
      // Times 1, four times, is the sum of each and those before it.
      const Four distances = ((bytes & kLowByte) + kEach) * kEach;
      const auto all = static_cast<std::uint32_t>(distances >> 48);
      if ((bytes & kHighBits) == 0 && all <= chunk.last - document &&
          add_four(document, distances, (bytes >> 8) & kLowByte)) {
        document += all;
        at += sizeof bytes;
        continue;
      }
    }
    if (!take_number(at, end, distance) || distance >= chunk.last - document) return false;
    document += distance + 1;
    if (!take_number(at, end, wdf)) return false;
    add(document, wdf);
  }
  return document == chunk.last;
}

}  // namespace gisa::glass
