#include "common/text/utf8.h"

#include <algorithm>
#include <array>

namespace gisa {

namespace {

// The length of the well-formed character at `at` (Unicode 15, table 3-7), or 0.
std::size_t well_formed(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u;
  };
  const auto in = [](unsigned b, unsigned low, unsigned high) { return b >= low && b <= high; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (in(first, 0xC2, 0xDF)) return in(byte(1), 0x80, 0xBF) ? 2 : 0;
  if (in(first, 0xE0, 0xEF)) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return in(byte(1), low, high) && in(byte(2), 0x80, 0xBF) ? 3 : 0;
  }
  if (in(first, 0xF0, 0xF4)) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return in(byte(1), low, high) && in(byte(2), 0x80, 0xBF) && in(byte(3), 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

// Whether `bytes` from `begin` on, a character border at 3 or more, are whole well-formed
// characters. No branch in the loop, so that compilers make vectors of it: what a byte must be
// follows from the three before it (Keiser and Lemire, Validating UTF-8 in less than one
// instruction per byte, 2021).
bool is_well_formed(std::string_view bytes, std::size_t begin) {
  const auto* const at = reinterpret_cast<const unsigned char*>(bytes.data()) + begin;
  const std::size_t size = bytes.size() - begin;
  unsigned char bad = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned char here = at[i];
    const unsigned char last = at[i - 1];
    const unsigned char second = at[i - 2];
    const unsigned char third = at[i - 3];
    const unsigned char is_tail = (here & 0xC0) == 0x80;
    const unsigned char needs_tail = (last >= 0xC0) | (second >= 0xE0) | (third >= 0xF0);
    bad = bad | (is_tail ^ needs_tail) | (here == 0xC0) | (here == 0xC1) | (here > 0xF4) |
          ((last == 0xE0) & (here < 0xA0)) | ((last == 0xF0) & (here < 0x90)) |
          ((last == 0xED) & (here > 0x9F)) | ((last == 0xF4) & (here > 0x8F));
  }
  const auto* const end = at + size;
  const bool cut_off = end[-1] >= 0xC0 || end[-2] >= 0xE0 || end[-3] >= 0xF0;
  return bad == 0 && !cut_off;
}

bool is_space(char32_t c) {
  return c == 0 || (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

}  // namespace

void append_char(std::string& out, char32_t c) {
  std::array<char, kLongestChar> bytes;
  out.append(bytes.data(), write_char(bytes.data(), c));
}

std::string utf8(std::u32string_view chars) {
  std::string out;
  for (const char32_t c : chars) append_char(out, c);
  return out;
}

std::size_t valid_prefix(std::string_view bytes) {
  std::size_t at = 0;
  const auto pass_until = [&](std::size_t end) {
    while (at < end) {
      const std::size_t length = well_formed(bytes, at);
      if (length == 0) return false;
      at += length;
    }
    return true;
  };
  constexpr std::size_t kHead = 3;
  if (!pass_until(std::min(kHead, bytes.size()))) return at;
  if (at < bytes.size() && is_well_formed(bytes, at)) return bytes.size();
  pass_until(bytes.size());
  return at;
}

// By blocks whose count fits into a byte, so that compilers make vectors of the loop.
std::size_t count_chars(std::string_view text) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
    unsigned char of_block = 0;
    for (const char c : text.substr(begin, kBlock)) of_block += starts_char(c) ? 1 : 0;
    count += of_block;
  }
  return count;
}

std::string_view cut_to_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && !starts_char(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const auto [c, length] = decode_char(text, 0);
    if (!is_space(c)) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    const auto [c, length] = last_char(text);
    if (!is_space(c)) break;
    text.remove_suffix(length);
  }
  return text;
}

}  // namespace gisa
