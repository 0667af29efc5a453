#pragma once

#include <string>

namespace gisa {

// The libraries that files are read with, for describe_version().
std::string reader_libraries();

}  // namespace gisa
