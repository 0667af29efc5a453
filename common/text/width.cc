#include "common/text/width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace gisa {

namespace {

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c < 0x20 || c == 0x7F ||
      (U_GET_GC_MASK(point) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The end of the colour sequence (ESC [ ... m) that begins at `at`.
std::size_t end_of_sequence(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('m', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\033') {
      at = end_of_sequence(text, at);
      continue;
    }
    const auto [c, length] = decode_char(text, at);
    width += width_of(c);
    at += length;
  }
  return width;
}

std::size_t display_rows(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  while (!text.empty()) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    const std::size_t width = display_width(text.substr(0, newline));
    rows += std::max<std::size_t>(1, (width + columns - 1) / columns);
    text.remove_prefix(std::min(newline + 1, text.size()));
  }
  return rows;
}

}  // namespace gisa
