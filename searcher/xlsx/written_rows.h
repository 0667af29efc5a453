#pragma once

#include <cstddef>
#include <string>

namespace gisa {

// How many rows the first sheet of the workbook `path` has, as far as it is whole: 0 if its end is
// missing. libxlsxwriter does not notice that a disk is full while it gathers them.
std::size_t written_rows(const std::string& path);

}  // namespace gisa
