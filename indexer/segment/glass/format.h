#pragma once

#include <filesystem>

// Which of Xapian's formats this folder writes.
namespace gisa::glass {

// Whether the Xapian that is linked writes databases in the format of format_mark(). Asks it
// once in a process, for one below the folder `scratch`, and takes that away again. Throws
// Xapian::Error if none can be made.
bool is_format_of_xapian(const std::filesystem::path& scratch);

}  // namespace gisa::glass
