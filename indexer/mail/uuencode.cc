#include "indexer/mail/uuencode.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "common/text/path.h"
#include "common/text/utf8.h"
#include "indexer/mail/take_mail_line.h"
#include "indexer/mail/transfer.h"

namespace gisa {

namespace {

constexpr std::string_view kBegin = "begin ";

// Of `begin 644 a.hwp`; empty for other lines.
std::string name_in(std::string_view line) {
  if (!line.starts_with(kBegin)) return {};
  line.remove_prefix(kBegin.size());
  const std::size_t digits = line.find_first_not_of("01234567");
  const bool is_mode = (digits == 3 || digits == 4) && line[digits] == ' ';
  return is_mode ? std::string(trim(last_step_of_any(line.substr(digits)))) : std::string();
}

// Whether a line may be one of bytes: their number, four letters for each three of them, perhaps a
// checksum; each from the blank to `.
bool is_line_of_bytes(std::string_view line) {
  const auto is_letter = [](char c) { return c >= ' ' && c <= '`'; };
  const std::size_t count = line.empty() ? 0 : static_cast<unsigned>(line.front() - ' ') & 63u;
  const std::size_t end = 1 + (count + 2) / 3 * 4;
  const std::string_view letters = line.substr(0, end);
  return line.size() <= end + 1 && std::all_of(letters.begin(), letters.end(), is_letter);
}

// The file whose lines `rest` begins with, and moves `rest` behind it; nothing if it has no end.
std::optional<std::string> take_bytes(std::string_view& rest) {
  std::string bytes;
  std::string_view behind = rest;
  while (!behind.empty()) {
    const std::string_view line = take_mail_line(behind);
    if (line == "end") {
      rest = behind;
      return bytes;
    }
    if (!is_line_of_bytes(line)) return std::nullopt;
    append_uuencoded(line, bytes);
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
    std::string name = name_in(take_mail_line(rest));
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
