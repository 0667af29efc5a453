#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

// One character of valid UTF-8 and how many bytes it takes.
struct DecodedChar {
  char32_t value;
  std::size_t length;
};

// The character at `at`. The text must be valid UTF-8 and `at` a character border inside it.
constexpr DecodedChar decode_char(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };
  if (first < 0xE0) return {(first & 0x1Fu) << 6 | tail(1), 2};
  if (first < 0xF0) return {(first & 0x0Fu) << 12 | tail(1) << 6 | tail(2), 3};
  return {(first & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

// What a character takes at most.
inline constexpr std::size_t kLongestChar = 4;

// Writes one Unicode scalar value to `out`, which has room for kLongestChar bytes; returns how many
// it takes.
inline std::size_t write_char(char* out, char32_t c) {
  const auto put = [&](std::size_t at, char32_t byte) { out[at] = static_cast<char>(byte); };
  const auto put_tail = [&](std::size_t at, char32_t bits) { put(at, 0x80 | (bits & 0x3F)); };
  if (c < 0x80) {
    put(0, c);
    return 1;
  }
  if (c < 0x800) {
    put(0, 0xC0 | c >> 6);
    put_tail(1, c);
    return 2;
  }
  if (c < 0x10000) {
    put(0, 0xE0 | c >> 12);
    put_tail(1, c >> 6);
    put_tail(2, c);
    return 3;
  }
  put(0, 0xF0 | c >> 18);
  put_tail(1, c >> 12);
  put_tail(2, c >> 6);
  put_tail(3, c);
  return 4;
}

// Appends one Unicode scalar value to `out`.
void append_char(std::string& out, char32_t c);

// `chars`, Unicode scalar values, as UTF-8.
std::string utf8(std::u32string_view chars);

// True for the first byte of a character, false for a continuation byte.
constexpr bool starts_char(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// The last character; `text` must be valid UTF-8 and not empty.
constexpr DecodedChar last_char(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (!starts_char(text[start])) --start;
  return decode_char(text, start);
}

// The length of the longest prefix of `bytes` that is valid UTF-8.
std::size_t valid_prefix(std::string_view bytes);

// Characters in valid UTF-8.
std::size_t count_chars(std::string_view text);

// The longest prefix of valid UTF-8 that has at most `bytes` bytes and ends on a character border.
std::string_view cut_to_bytes(std::string_view text, std::size_t bytes);

// Text without the white space (Unicode's, and NUL) at both ends.
std::string_view trim(std::string_view text);

}  // namespace gisa
