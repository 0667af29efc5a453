#pragma once

#include <filesystem>
#include <string>

namespace gisa::glass {

// What is wrong with the tables in that folder, empty if nothing is: every block that the trees use
// must be one that Xapian can search and change, be used once, and be none of the free ones.
// Xapian trusts its blocks when it writes; a damaged one can make it write beyond its memory, or
// run for ever. The values in the blocks are not looked at (gisa-index --check does).
//
// Reads all of the tables once, some 0.4 s a gigabyte that is in memory. Nothing is found in tables
// of a format that glass::format_mark() does not name: they are Xapian's alone to read.
std::string find_damage(const std::filesystem::path& tables);

}  // namespace gisa::glass
