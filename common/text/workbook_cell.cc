#include "common/text/workbook_cell.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kEscapeLength = 7;  // _x0041_

// The UTF-16 code unit that is escaped at `at`, if one is.
std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(at, kEscapeLength);
  if (escape.size() < kEscapeLength || !escape.starts_with("_x") || !escape.ends_with('_')) {
    return std::nullopt;
  }
  unsigned unit = 0;
  const char* const end = escape.data() + kEscapeLength - 1;
  const auto [parsed, failed] = std::from_chars(escape.data() + 2, end, unit, 16);
  if (failed != std::errc() || parsed != end) return std::nullopt;
  return unit;
}

}  // namespace

std::string_view fit_for_cell(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_char(text, at).length;
    units += length == 4 ? 2 : 1;
    if (units > kLongestCell) return text.substr(0, at);
    at += length;
  }
  return text;
}

bool is_full_cell(std::string_view text) {
  constexpr std::string_view kLongestCharacter = "\U0001F600";  // of two units
  if (text.size() < kLongestCell - 1) return false;
  const std::string longer = std::string(text).append(kLongestCharacter);
  return fit_for_cell(longer).size() < longer.size();
}

std::string name_of_continuation(std::string_view name, std::size_t part) {
  return std::string(name).append(" ").append(std::to_string(part));
}

std::string escaped_for_cell(std::string text) {
  constexpr std::string_view kUnderscore = "_x005F";
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (!escape_at(text, at)) continue;
    text.insert(at, kUnderscore);
    at += kUnderscore.size();
  }
  return text;
}

std::string unescaped_cell(std::string written) {
  for (std::size_t at = written.find("_x"); at != std::string::npos;
       at = written.find("_x", at + 1)) {
    const auto unit = escape_at(written, at);
    const bool is_character = unit && *unit != 0 && (*unit < 0xD800 || *unit > 0xDFFF);
    if (!is_character) continue;
    std::string character;
    append_char(character, *unit);
    written.replace(at, kEscapeLength, character);
  }
  return written;
}

}  // namespace gisa
