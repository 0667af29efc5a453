#pragma once

#include <string>

namespace gisa {

// `text` (valid UTF-8) as a reader sees it: soft hyphens, zero-width and bidirectional marks, byte
// order marks and control characters go; every kind of newline (\r\n, \r, \v, \f, NEL, U+2028,
// U+2029) becomes \n. A joiner stays where it joins emoji. U+FFFD stays: something was there.
std::string without_invisible(std::string text);

}  // namespace gisa
