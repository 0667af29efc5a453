#pragma once

#include <string>
#include <string_view>

namespace gisa {

// `text` with the letters of ASCII in lower case; other bytes stay, in whatever encoding.
std::string lower_ascii(std::string_view text);

}  // namespace gisa
