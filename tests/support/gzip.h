#pragma once

#include <string>
#include <string_view>

namespace gisa::test {

// `bytes` as a gzip file (RFC 1952) whose blocks are stored, not compressed (RFC 1951, 3.2.4): what
// is cut off its end is that much of the content.
std::string gzipped(std::string_view bytes);

}  // namespace gisa::test
