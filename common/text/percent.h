#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// `text` with %XX as bytes, as addresses have them (RFC 3986); nothing where no two hexadecimal
// digits follow a %.
std::optional<std::string> percent_decoded(std::string_view text);

// The opposite: everything but the letters, digits and -._~ of ASCII becomes %XX.
std::string percent_encoded(std::string_view text);

}  // namespace gisa
