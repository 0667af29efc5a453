#pragma once

#include <cstddef>
#include <string>

namespace gisa {

// A size such as 256M, 1G or a plain number of bytes. Throws gisa::Error (usage) for anything else.
std::size_t parse_size(const std::string& text);

}  // namespace gisa
