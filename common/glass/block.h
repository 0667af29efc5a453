#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// A block of a glass table as bytes that may be anything (xapian-core 1.4, glass_table.h).
namespace gisa::glass {

using Bytes = std::span<const unsigned char>;

// A block begins with its revision (4 bytes), its level (1), the room before its items (2), all of
// its room (2) and the end of its directory (2); in the directory stand the places of the items.
inline constexpr std::size_t kRevisionBytes = 4;
inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kRoomAt = 5;
inline constexpr std::size_t kAllRoomAt = 7;
inline constexpr std::size_t kDirectoryEndAt = 9;
inline constexpr std::size_t kDirectory = 11;
inline constexpr std::size_t kEntry = 2;  // of the directory

// Flags in the first of the two bytes of a leaf's item's size: its tag is compressed; it is the
// last of its entry; the first.
inline constexpr unsigned kCompressed = 0x80;
inline constexpr unsigned kLast = 0x40;
inline constexpr unsigned kFirst = 0x20;

// The level of blocks that list free blocks.
inline constexpr unsigned kFreeListLevel = 254;

// Big-endian numbers; there are as many bytes.
std::uint32_t number_at(Bytes block, std::size_t at, int bytes);

std::uint32_t revision_of(Bytes block);
unsigned level_of(Bytes block);

// A part of an entry: of a key, those from component 1 on make the tag. Views of the block.
struct LeafItem {
  std::size_t bytes = 0;  // of all of it
  Bytes key;
  std::uint32_t component = 1;
  bool is_last = false;  // of its entry
  bool is_compressed = false;
  Bytes tag;
};

// What parts the blocks below: keys from this one on are in `child`.
struct BranchItem {
  std::size_t bytes = 0;
  Bytes key;
  std::uint32_t component = 1;
  std::uint32_t child = 0;
};

// How many items the directory has; 0 if it ends elsewhere than a directory can.
std::size_t items_of(Bytes block);

// Item `i` below items_of(); nothing if it does not fit into the block.
std::optional<LeafItem> leaf_item(Bytes block, std::size_t i);
std::optional<BranchItem> branch_item(Bytes block, std::size_t i);

// What is wrong with a block of the tree at `level`, empty if nothing is: its directory, the sizes
// of its items, the room that it says it has, the order of its keys.
std::string fault_of(Bytes block, unsigned level);

// The blocks below one of level 1 or more that has no fault.
std::vector<std::uint32_t> children_of(Bytes block);

}  // namespace gisa::glass
