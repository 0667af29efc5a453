#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// A block of a glass table as bytes that may be anything (xapian-core 1.4, glass_table.h).
namespace gisa::glass {

using Bytes = std::span<const unsigned char>;

// The level of blocks that list free blocks.
inline constexpr unsigned kFreeListLevel = 254;

// Big-endian numbers; there are as many bytes.
std::uint32_t number_at(Bytes block, std::size_t at, int bytes);

unsigned level_of(Bytes block);

// What is wrong with a block of the tree at `level`, empty if nothing is: its directory, the sizes
// of its items, the room that it says it has, the order of its keys.
std::string fault_of(Bytes block, unsigned level);

// The blocks below one of level 1 or more that has no fault.
std::vector<std::uint32_t> children_of(Bytes block);

}  // namespace gisa::glass
