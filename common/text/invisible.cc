#include "common/text/invisible.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/settled.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

struct CharRange {
  char32_t first;
  char32_t last;
};

constexpr std::array<CharRange, 15> kInvisible = {{
    {0x00, 0x08},      // control characters but tab and newlines
    {0x0E, 0x1F},      //
    {0x7F, 0x84},      // DEL, C1
    {0x86, 0x9F},      //
    {0xAD, 0xAD},      // soft hyphen
    {0x034F, 0x034F},  // grapheme joiner
    {0x061C, 0x061C},  // Arabic letter mark
    {0x180E, 0x180E},  // Mongolian vowel separator
    {0x200B, 0x200B},  // zero-width space
    {0x200E, 0x200F},  // left-to-right and right-to-left marks
    {0x202A, 0x202E},  // embeddings and overrides of direction
    {0x2060, 0x206F},  // word joiner, invisible operators, isolates
    {0xFEFF, 0xFEFF},  // byte order mark, zero-width no-break space
    {0xFFF9, 0xFFFB},  // interlinear annotation
    {0xFFFE, 0xFFFF},  // no characters
}};

bool is_invisible(char32_t c) {
  return std::any_of(kInvisible.begin(), kInvisible.end(),
                     [&](const CharRange& range) { return c >= range.first && c <= range.last; });
}

bool is_newline(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_emoji(char32_t c) { return c >= 0x1F000 || (c >= 0x2600 && c <= 0x27BF) || c == 0xFE0F; }

}  // namespace

std::string without_invisible(std::string text) {
  if (is_settled(text)) return text;
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    const bool windows = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (is_newline(c)) {
      if (!windows) out += '\n';
    } else if (!is_invisible(c) && (!is_joiner(c) || is_emoji(before))) {
      out.append(text, at, length);
    }
    before = c;
    at += length;
  }
  return out;
}

}  // namespace gisa
