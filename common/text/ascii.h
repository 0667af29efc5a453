#pragma once

namespace gisa {

// ASCII only: false for digits and letters of other scripts.
constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_alphanumeric(char32_t c) { return is_ascii_digit(c) || is_ascii_letter(c); }

// The ASCII that a character of full width stands for: A for Ａ. Any other character as it is.
constexpr char32_t half_width(char32_t c) {
  return c >= U'！' && c <= U'～' ? c - U'！' + U'!' : c;
}

}  // namespace gisa
