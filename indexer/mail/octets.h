#pragma once

#include <string_view>

namespace gisa {

// A part of a header as it was sent, in whatever encoding, without the blanks and line breaks at
// both ends.
constexpr std::string_view trim_octets(std::string_view octets) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = octets.find_first_not_of(kBlanks);
  if (first == octets.npos) return {};
  return octets.substr(first, octets.find_last_not_of(kBlanks) + 1 - first);
}

}  // namespace gisa
