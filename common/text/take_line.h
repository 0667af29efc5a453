#pragma once

#include <algorithm>
#include <string_view>

namespace gisa {

// The first line of `text`, without its newline; `text` becomes what follows.
inline std::string_view take_line(std::string_view& text) {
  const std::size_t length = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, length);
  text.remove_prefix(std::min(length + 1, text.size()));
  return line;
}

}  // namespace gisa
