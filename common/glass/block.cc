#include "common/glass/block.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gisa::glass {

namespace {

// A leaf's item: size and flags (2), length of the key (1), key, number of the component (2, unless
// it is the first), tag. A branch's: block (4), length of the key, key, number of the component.
constexpr std::size_t kSize = 2;
constexpr std::size_t kBlockNumber = 4;
constexpr std::size_t kKeyLength = 1;
constexpr std::size_t kComponent = 2;
constexpr std::uint32_t kSizeMask = 0x1fff;

struct Item {
  std::size_t bytes = 0;
  Bytes key;
  std::uint32_t component = 1;
};

bool is_before(const Item& a, const Item& b) {
  const auto order = std::lexicographical_compare_three_way(a.key.begin(), a.key.end(),
                                                            b.key.begin(), b.key.end());
  return order < 0 || (order == 0 && a.component < b.component);
}

// The item that `bytes` begin with; nothing if it does not fit into them.
std::optional<Item> leaf_item(Bytes bytes) {
  if (bytes.size() < kSize + kKeyLength) return std::nullopt;
  const std::uint32_t size_and_flags = number_at(bytes, 0, 2);
  Item item{(size_and_flags & kSizeMask) + kSize + kKeyLength, {}};
  const std::size_t key = number_at(bytes, kSize, 1);
  const bool first = (size_and_flags & (kFirst << 8)) != 0;
  const std::size_t head = kSize + kKeyLength + key + (first ? 0 : kComponent);
  if (item.bytes > bytes.size() || head > item.bytes) return std::nullopt;
  item.key = bytes.subspan(kSize + kKeyLength, key);
  if (!first) item.component = number_at(bytes, kSize + kKeyLength + key, 2);
  return item;
}

std::optional<Item> branch_item(Bytes bytes) {
  if (bytes.size() < kBlockNumber + kKeyLength) return std::nullopt;
  const std::size_t key = number_at(bytes, kBlockNumber, 1);
  Item item{kBlockNumber + kKeyLength + key + kComponent, {}};
  if (item.bytes > bytes.size()) return std::nullopt;
  item.key = bytes.subspan(kBlockNumber + kKeyLength, key);
  item.component = number_at(bytes, kBlockNumber + kKeyLength + key, 2);
  return item;
}

}  // namespace

std::uint32_t number_at(Bytes block, std::size_t at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | block[at + static_cast<std::size_t>(i)];
  return value;
}

unsigned level_of(Bytes block) { return block[kLevelAt]; }

std::string fault_of(Bytes block, unsigned level) {
  if (level_of(block) != level) return "its level is another";
  const std::size_t end = number_at(block, kDirectoryEndAt, 2);
  if (end <= kDirectory || end > block.size() || end % kEntry != kDirectory % kEntry) {
    return "its directory ends elsewhere";
  }
  const std::size_t items_begin = end + number_at(block, kRoomAt, 2);
  std::size_t room = block.size() - end;
  Item before;
  for (std::size_t at = kDirectory; at < end; at += kEntry) {
    const std::size_t place = number_at(block, at, 2);
    if (place < items_begin || place >= block.size()) return "an item lies outside";
    const auto item =
        level == 0 ? leaf_item(block.subspan(place)) : branch_item(block.subspan(place));
    if (!item || item->bytes > room) return "an item is longer than the room for it";
    room -= item->bytes;
    // A branch's first key stands for all that are smaller.
    const bool has_order = at > kDirectory + (level == 0 ? 0 : kEntry);
    if (has_order && !is_before(before, *item)) return "its keys are out of order";
    before = *item;
  }
  return room == number_at(block, kAllRoomAt, 2) ? "" : "it has another room than it says";
}

std::vector<std::uint32_t> children_of(Bytes block) {
  std::vector<std::uint32_t> children;
  const std::size_t end = number_at(block, kDirectoryEndAt, 2);
  for (std::size_t at = kDirectory; at < end; at += kEntry) {
    children.push_back(number_at(block, number_at(block, at, 2), 4));
  }
  return children;
}

}  // namespace gisa::glass
