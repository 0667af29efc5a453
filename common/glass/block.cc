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

template <typename Item>
bool is_before(const Item& a, const Item& b) {
  const auto order = std::lexicographical_compare_three_way(a.key.begin(), a.key.end(),
                                                            b.key.begin(), b.key.end());
  return order < 0 || (order == 0 && a.component < b.component);
}

std::size_t place_of(Bytes block, std::size_t i) {
  return number_at(block, kDirectory + i * kEntry, 2);
}

// The item that `bytes` begin with; nothing if it does not fit into them.
std::optional<LeafItem> leaf_item_at(Bytes bytes) {
  if (bytes.size() < kSize + kKeyLength) return std::nullopt;
  const std::uint32_t size_and_flags = number_at(bytes, 0, 2);
  const unsigned flags = size_and_flags >> 8;
  LeafItem item;
  item.bytes = (size_and_flags & kSizeMask) + kSize + kKeyLength;
  item.is_last = (flags & kLast) != 0;
  item.is_compressed = (flags & kCompressed) != 0;
  const std::size_t key = number_at(bytes, kSize, 1);
  const bool first = (flags & kFirst) != 0;
  const std::size_t head = kSize + kKeyLength + key + (first ? 0 : kComponent);
  if (item.bytes > bytes.size() || head > item.bytes) return std::nullopt;
  item.key = bytes.subspan(kSize + kKeyLength, key);
  if (!first) item.component = number_at(bytes, kSize + kKeyLength + key, 2);
  item.tag = bytes.subspan(head, item.bytes - head);
  return item;
}

std::optional<BranchItem> branch_item_at(Bytes bytes) {
  if (bytes.size() < kBlockNumber + kKeyLength) return std::nullopt;
  const std::size_t key = number_at(bytes, kBlockNumber, 1);
  BranchItem item;
  item.bytes = kBlockNumber + kKeyLength + key + kComponent;
  if (item.bytes > bytes.size()) return std::nullopt;
  item.child = number_at(bytes, 0, 4);
  item.key = bytes.subspan(kBlockNumber + kKeyLength, key);
  item.component = number_at(bytes, kBlockNumber + kKeyLength + key, 2);
  return item;
}

// What is wrong with the items of a block, empty if nothing is. `item_at(block, i)` reads one; the
// keys from `first_ordered` on are in order.
template <typename ItemAt>
std::string fault_of_items(Bytes block, std::size_t items_begin, std::size_t first_ordered,
                           ItemAt item_at) {
  const std::size_t items = items_of(block);
  std::size_t room = block.size() - (kDirectory + items * kEntry);
  decltype(item_at(block, 0)) before;
  for (std::size_t i = 0; i < items; ++i) {
    const std::size_t place = place_of(block, i);
    if (place < items_begin || place >= block.size()) return "an item lies outside";
    const auto item = item_at(block, i);
    if (!item || item->bytes > room) return "an item is longer than the room for it";
    room -= item->bytes;
    if (i > first_ordered && !is_before(*before, *item)) return "its keys are out of order";
    before = item;
  }
  return room == number_at(block, kAllRoomAt, 2) ? "" : "it has another room than it says";
}

}  // namespace

std::uint32_t number_at(Bytes block, std::size_t at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | block[at + static_cast<std::size_t>(i)];
  return value;
}

std::uint32_t revision_of(Bytes block) { return number_at(block, 0, kRevisionBytes); }

unsigned level_of(Bytes block) { return block[kLevelAt]; }

std::size_t items_of(Bytes block) {
  const std::size_t end = number_at(block, kDirectoryEndAt, 2);
  if (end <= kDirectory || end > block.size() || end % kEntry != kDirectory % kEntry) return 0;
  return (end - kDirectory) / kEntry;
}

std::optional<LeafItem> leaf_item(Bytes block, std::size_t i) {
  const std::size_t place = place_of(block, i);
  return place < block.size() ? leaf_item_at(block.subspan(place)) : std::nullopt;
}

std::optional<BranchItem> branch_item(Bytes block, std::size_t i) {
  const std::size_t place = place_of(block, i);
  return place < block.size() ? branch_item_at(block.subspan(place)) : std::nullopt;
}

std::string fault_of(Bytes block, unsigned level) {
  if (level_of(block) != level) return "its level is another";
  if (items_of(block) == 0) return "its directory ends elsewhere";
  const std::size_t items_begin =
      number_at(block, kDirectoryEndAt, 2) + number_at(block, kRoomAt, 2);
  // A branch's first key stands for all that are smaller.
  return level == 0 ? fault_of_items(block, items_begin, 0, leaf_item)
                    : fault_of_items(block, items_begin, 1, branch_item);
}

std::vector<std::uint32_t> children_of(Bytes block) {
  std::vector<std::uint32_t> children;
  for (std::size_t i = 0; i < items_of(block); ++i) {
    children.push_back(number_at(block, place_of(block, i), kBlockNumber));
  }
  return children;
}

}  // namespace gisa::glass
