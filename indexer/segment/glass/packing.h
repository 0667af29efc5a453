#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

// How Xapian's glass tables write numbers and strings (xapian-core 1.4, common/pack.h).
namespace gisa::glass {

// Seven bits a byte, the low ones first; the top bit says that more follow.
template <std::unsigned_integral U>
void pack_uint(std::string& out, U value) {
  for (; value >= 128; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

// Takes a number of pack_uint() from the front of `in`, which must begin with one.
inline std::uint32_t unpack_uint(std::string_view& in) {
  std::uint32_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
    if (byte < 128) return value;
  }
}

// The bytes of the number, the low ones first, as many as it has: for the end of a key.
template <std::unsigned_integral U>
void pack_uint_last(std::string& out, U value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value & 0xff);
}

// Sorts as the number does: two bytes below 2^15; above, the first byte gives the length by its
// leading ones.
inline void pack_uint_sorted(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
    return;
  }
  const int length = (std::bit_width(value) + 5) / 7;
  const std::uint64_t ones = 0xffu << (10 - length) & 0xffu;
  const std::uint64_t marked = value | ones << (8 * (length - 1));
  for (int i = length - 1; i >= 0; --i) out += static_cast<char>(marked >> (8 * i));
}

inline void pack_string(std::string& out, std::string_view value) {
  pack_uint(out, value.size());
  out += value;
}

}  // namespace gisa::glass
