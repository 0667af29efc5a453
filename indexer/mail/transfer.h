#pragma once

#include <string>
#include <string_view>

namespace gisa {

// Bytes as they were before they were encoded for transfer. What is no code is passed over.
std::string from_base64(std::string_view text);            // RFC 4648
std::string from_quoted_printable(std::string_view text);  // RFC 2045, 6.7
std::string from_uuencode(std::string_view text);          // POSIX, uuencode; its lines below
std::string from_quoted_word(std::string_view text);       // RFC 2047, 4.2: _ is a blank
std::string from_percents(std::string_view text);          // RFC 2231: %C7%D1

// Appends the bytes of a line of uuencode, which has their number in its first letter. Blanks at
// its end may be gone.
void append_uuencoded(std::string_view line, std::string& bytes);

// By the name that Content-Transfer-Encoding has for it; any other is no encoding.
std::string from_transfer(std::string_view text, std::string_view encoding);

}  // namespace gisa
