#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gisa {

// The unsigned number in `bytes` at `at`, its low byte first; 0 if it does not lie within them.
template <typename Number>
Number little_endian(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < sizeof(Number)) return 0;
  std::uint64_t number = 0;
  for (std::size_t i = sizeof(Number); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return static_cast<Number>(number);
}

}  // namespace gisa
