#include "indexer/readers/hwp/record.h"

#include <algorithm>

#include "indexer/source/little_endian.h"

namespace gisa {

std::optional<HwpRecord> HwpRecords::next() {
  constexpr std::size_t kHead = 4;
  constexpr std::uint32_t kSizeFollows = 0xFFF;
  if (rest_.size() < kHead) return std::nullopt;  // what a cipher filled up
  const auto head = little_endian<std::uint32_t>(rest_, 0);
  std::uint32_t size = head >> 20;
  std::size_t at = kHead;
  if (size == kSizeFollows) {
    size = little_endian<std::uint32_t>(rest_, at);
    at += sizeof size;
  }
  at = std::min(at, rest_.size());
  HwpRecord record{head & 0x3FF, head >> 10 & 0x3FF, rest_.substr(at, size)};
  rest_.remove_prefix(at + record.data.size());
  is_cut_off_ = record.data.size() < size;
  return record;
}

}  // namespace gisa
