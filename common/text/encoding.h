#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gisa {

enum class Encoding { utf8, utf16le, utf16be, cp949, iso2022kr };

std::string_view name_of(Encoding encoding);

// The encoding that a document or a user calls `name` (euc-kr, KS_C_5601-1987, UTF8 ...; letter
// case does not matter), or nothing. EUC-KR is read as CP949, which extends it.
std::optional<Encoding> encoding_named(std::string_view name);

// What encoding `bytes` are in. A byte order mark decides, or the escape sequence that ISO-2022-KR
// begins with. Else UTF-8 if they are valid UTF-8 without zero bytes. Else UTF-16 if there are, and
// most pairs of bytes are syllables or ASCII. Else CP949 if they decode as such better than as
// UTF-8; a stray byte does not make a UTF-8 file Korean Windows. `bytes` may be the beginning of a
// longer text.
Encoding detect_encoding(std::string_view bytes);

struct DecodedText {
  std::string text;                // valid UTF-8, NFC, without byte order mark
  std::size_t undecodable = 0;     // sequences that became U+FFFD
  std::size_t first_bad_byte = 0;  // offset into the bytes of the first of them
};

DecodedText decode(std::string_view bytes, Encoding encoding);

// Decodes what a person typed to UTF-8. Bytes that are not UTF-8 are read as CP949 if that decodes
// cleanly, even for one syllable; otherwise detect_encoding() decides.
std::string decode_typed(std::string_view bytes);

}  // namespace gisa
