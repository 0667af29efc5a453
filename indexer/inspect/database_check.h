#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gisa {

// Reads all of the database at `path` and holds its parts against each other: Xapian's tables, the
// stamps, the manifest and the passages. One line for everything that is wrong; none if all is
// well. Throws gisa::Error if the database cannot even be opened.
std::vector<std::string> check_database(const std::string& path);

// The same for one generation of it.
std::vector<std::string> check_generation(const std::string& path,
                                          const std::filesystem::path& tables);

}  // namespace gisa
