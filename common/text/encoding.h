#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

enum class Encoding { utf8, utf16le, utf16be, cp949 };

std::string_view name_of(Encoding encoding);

// What encoding `bytes` are in: a byte order mark decides; else UTF-8 if they are valid UTF-8 (or
// nearly: a stray byte does not make a UTF-8 file Korean Windows); else CP949 if they decode as
// such better than as UTF-8. `bytes` may be the beginning of a longer text.
Encoding detect_encoding(std::string_view bytes);

struct DecodedText {
  std::string text;                // valid UTF-8, NFC, without byte order mark
  std::size_t undecodable = 0;     // sequences that became U+FFFD
  std::size_t first_bad_byte = 0;  // offset into the bytes of the first of them
};

DecodedText decode(std::string_view bytes, Encoding encoding);

}  // namespace gisa
