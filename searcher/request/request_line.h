#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace gisa {

constexpr std::size_t kLongestRequest = std::size_t{1} << 20;  // bytes

// The next line of `in`, without its newline; false at the end. Of a line that is longer than a
// request may be, one byte more than that is kept, which is enough to refuse it.
bool read_request_line(std::istream& in, std::string& line);

}  // namespace gisa
