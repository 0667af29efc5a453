#pragma once

#include <cstddef>
#include <string>

namespace gisa {

// A bar of eighths of a block, so that small differences show: `longest` columns for `most`, which
// is at least 1; the least there is for anything but 0.
std::string bar(std::size_t count, std::size_t most, std::size_t longest);

}  // namespace gisa
