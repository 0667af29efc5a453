#pragma once

#include <string>
#include <string_view>

namespace gisa {

// This gisa's number, as in "0.2.0".
extern const char* const kVersion;

// What --version prints: program and number, the forms of what it stores and asks, the libraries
// that it runs with, and `more` libraries of the program's own, as in ", libarchive 3.6.2". Lines,
// each ended.
std::string describe_version(std::string_view program, std::string_view more = {});

}  // namespace gisa
