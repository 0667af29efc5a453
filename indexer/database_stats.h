#pragma once

#include <string>

namespace gisa {

// What is in the database at `path`, in lines of `name TAB value`: articles, passages, files, bytes
// of each table, the range of dates, and the presses with their articles. Throws gisa::Error.
std::string describe_database(const std::string& path);

}  // namespace gisa
