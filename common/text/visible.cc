#include "common/text/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr char32_t kControlPictures = 0x2400;
constexpr char32_t kDelete = 0x7F;
constexpr char32_t kDeletePicture = 0x2421;
constexpr char32_t kReplacement = 0xFFFD;

bool is_c1(char32_t c) { return c >= 0x80 && c <= 0x9F; }

// Line and paragraph separator, embeddings, overrides and isolates of direction, marks without a
// form of their own.
bool turns_or_hides(char32_t c) {
  return (c >= 0x200B && c <= 0x200F && c != 0x200D) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x061C || c == 0xFEFF;
}

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c > 0; }

// By a character's first byte in UTF-8: whether it may be one that is not shown as it is. The last
// ones lead C1, U+061C, U+200B to U+206F and U+FEFF.
constexpr std::array<bool, 256> kMayHide = [] {
  std::array<bool, 256> may_hide = {};
  std::fill_n(may_hide.begin(), 0x20, true);
  for (const unsigned lead : {0x7F, 0xC2, 0xD8, 0xE2, 0xEF}) may_hide[lead] = true;
  return may_hide;
}();

bool may_hide(char lead) { return kMayHide[static_cast<unsigned char>(lead)]; }

void append_visible(std::string& out, char32_t c, bool keep_lines) {
  if (keep_lines && (c == '\n' || c == '\t')) {
    out += static_cast<char>(c);
  } else if (c < 0x20) {
    append_char(out, kControlPictures + c);
  } else if (c == kDelete) {
    append_char(out, kDeletePicture);
  } else if (is_c1(c) || turns_or_hides(c)) {
    out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
  } else {
    append_char(out, c);
  }
}

std::string shown(std::string_view text, bool keep_lines) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::string_view valid = text.substr(0, valid_prefix(text));
    for (std::string_view rest = valid; !rest.empty();) {
      const auto run = std::find_if(rest.begin(), rest.end(), may_hide) - rest.begin();
      out.append(rest, 0, static_cast<std::size_t>(run));
      rest.remove_prefix(static_cast<std::size_t>(run));
      if (rest.empty()) break;
      const auto [c, length] = decode_char(rest, 0);
      append_visible(out, c, keep_lines);
      rest.remove_prefix(length);
    }
    text.remove_prefix(valid.size());
    if (text.empty()) break;
    append_char(out, kReplacement);
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace

std::string visible(std::string_view text) { return shown(text, false); }

std::string visible_lines(std::string_view text) { return shown(text, true); }

}  // namespace gisa
