#pragma once

#include <map>
#include <string>

namespace gisa::test {

// The bytes of files, by name.
using Files = std::map<std::string, std::string>;

// `files` as an archive in a format of libarchive (zip, gnutar), compressed by one of its filters.
std::string packed(const Files& files, const char* format, const char* filter = "");

}  // namespace gisa::test
