#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// The byte that two hexadecimal digits at `at` stand for; nothing where no two stand there.
std::optional<char> byte_in_hex(std::string_view text, std::size_t at);

// `text` with %XX as bytes, as addresses have them (RFC 3986); nothing where no two hexadecimal
// digits follow a %.
std::optional<std::string> percent_decoded(std::string_view text);

// The opposite: everything but the letters, digits and -._~ of ASCII becomes %XX.
std::string percent_encoded(std::string_view text);

}  // namespace gisa
