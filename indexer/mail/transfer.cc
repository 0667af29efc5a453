#include "indexer/mail/transfer.h"

#include <algorithm>
#include <optional>

#include "common/text/lower_ascii.h"
#include "common/text/percent.h"
#include "common/text/take_line.h"
#include "indexer/mail/octets.h"

namespace gisa {

namespace {

std::optional<unsigned> value_in_base64(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0') + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return std::nullopt;
}

std::string from_hex_behind(std::string_view text, char sign) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = text[at] == sign ? byte_in_hex(text, at + 1) : std::nullopt;
    out += byte.value_or(text[at]);
    if (byte) at += 2;
  }
  return out;
}

// Of `=` at the end of a line, blanks behind it and the newline: how many bytes; 0 if it is none.
std::size_t soft_break(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r", 1);
  if (at == text.npos) return text.size();
  return text[at] == '\n' ? at + 1 : 0;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {  // the end, or of one of several that were put together
      count = 0;
      continue;
    }
    const auto value = value_in_base64(c);
    if (!value) continue;
    bits = bits << 6 | *value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    if (const auto byte = byte_in_hex(text, at + 1)) {
      out += *byte;
      at += 2;
    } else if (const std::size_t length = soft_break(text.substr(at)); length > 0) {
      at += length - 1;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_uuencode(std::string_view text) {
  std::string out;
  while (!text.empty() && !take_line(text).starts_with("begin ")) {
  }
  while (!text.empty()) {
    const std::string_view line = trim_octets(take_line(text));
    if (line.empty() || line == "end") break;
    append_uuencoded(line, out);
  }
  return out;
}

void append_uuencoded(std::string_view line, std::string& bytes) {
  const auto value = [](char c) { return (static_cast<unsigned>(c) - ' ') & 0x3F; };
  std::size_t left = line.empty() ? 0 : value(line.front());
  for (std::size_t at = 1; left > 0 && at < line.size(); at += 4) {
    unsigned bits = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      bits = bits << 6 | (i < line.size() ? value(line[i]) : 0);
    }
    for (unsigned shift = 24; shift > 0 && left > 0; --left) {
      bytes += static_cast<char>(bits >> (shift -= 8) & 0xFF);
    }
  }
}

std::string from_quoted_word(std::string_view text) {
  std::string blanks(text);
  std::replace(blanks.begin(), blanks.end(), '_', ' ');
  return from_hex_behind(blanks, '=');
}

std::string from_percents(std::string_view text) { return from_hex_behind(text, '%'); }

std::string from_transfer(std::string_view text, std::string_view encoding) {
  const std::string name = lower_ascii(encoding);
  if (name == "base64") return from_base64(text);
  if (name == "quoted-printable") return from_quoted_printable(text);
  if (name == "x-uuencode" || name == "uuencode" || name == "x-uue") return from_uuencode(text);
  return std::string(text);
}

}  // namespace gisa
