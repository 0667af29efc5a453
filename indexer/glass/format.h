#pragma once

#include <filesystem>
#include <string>

// Which of Xapian's formats this folder writes.
namespace gisa::glass {

// What the version file (iamglass) of a database in that format begins with.
std::string format_mark();

// Whether the Xapian that is linked writes databases in that format. Asks it for one below the
// folder `scratch`, and takes that away again. Throws Xapian::Error if none can be made.
bool is_format_of_xapian(const std::filesystem::path& scratch);

}  // namespace gisa::glass
