#include "indexer/mail/uuencode.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "common/text/path.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::string_view kBegin = "begin ";

std::string_view next_line(std::string_view& text) {
  std::string_view line = take_line(text);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Of `begin 644 a.hwp`; empty for other lines.
std::string name_in(std::string_view line) {
  if (!line.starts_with(kBegin)) return {};
  line.remove_prefix(kBegin.size());
  const std::size_t digits = line.find_first_not_of("01234567");
  const bool is_mode = (digits == 3 || digits == 4) && line[digits] == ' ';
  return is_mode ? std::string(trim(last_step_of_any(line.substr(digits)))) : std::string();
}

// Six bits a character, from the blank on, for which ` stands as well. Blanks at the end of a line
// may be lost on the way.
std::optional<unsigned> six_bits(std::string_view line, std::size_t at) {
  const char c = at < line.size() ? line[at] : ' ';
  if (c < ' ' || c > '`') return std::nullopt;
  return static_cast<unsigned>(c - ' ') & 63u;
}

// Appends the bytes of a line; false if it is none.
bool append_line(std::string_view line, std::string& bytes) {
  const auto count = six_bits(line, 0);
  const std::size_t end = bytes.size() + count.value_or(0);
  // Some programs write a checksum behind.
  if (!count || line.size() > 2 + (*count + 2) / 3 * 4) return false;
  for (std::size_t at = 1; bytes.size() < end; at += 4) {
    unsigned group = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const auto bits = six_bits(line, at + i);
      if (!bits) return false;
      group = group << 6 | *bits;
    }
    for (int shift = 16; shift >= 0 && bytes.size() < end; shift -= 8) {
      bytes += static_cast<char>(group >> shift & 0xff);
    }
  }
  return true;
}

// The file whose lines `rest` begins with, and moves `rest` behind it; nothing if it has no end.
std::optional<std::string> take_bytes(std::string_view& rest) {
  std::string bytes;
  std::string_view behind = rest;
  while (!behind.empty()) {
    const std::string_view line = next_line(behind);
    if (line == "end") {
      rest = behind;
      return bytes;
    }
    if (!append_line(line, bytes)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<UuencodedFile> take_uuencoded(std::string& text) {
  std::vector<UuencodedFile> files;
  if (text.find(kBegin) == text.npos) return files;
  std::string left;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view all = rest;
    std::string name = name_in(next_line(rest));
    if (!name.empty()) {
      if (auto bytes = take_bytes(rest)) {
        files.push_back({std::move(name), *std::move(bytes)});
        continue;
      }
    }
    left.append(all.substr(0, all.size() - rest.size()));
  }
  text = std::move(left);
  return files;
}

}  // namespace gisa
