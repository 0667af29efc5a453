#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

struct Inflated {
  std::string bytes;
  bool is_whole = false;  // false: cut off, damaged, or longer than was asked for
};

// What a raw deflate stream (RFC 1951) holds, no more than its first `most` bytes; of a damaged one
// what comes before the damage. What stands behind its end is passed over.
Inflated inflate(std::string_view deflated, std::size_t most);

}  // namespace gisa
