#pragma once

#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace gisa {

// The characters of valid UTF-8.
inline std::u32string utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    out += c;
    at += length;
  }
  return out;
}

}  // namespace gisa
