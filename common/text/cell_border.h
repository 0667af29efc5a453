#pragma once

#include <string_view>

namespace gisa {

// What stands between the cells of a row where the text of a document has a table's row as a line.
inline constexpr std::string_view kCellBorder = " | ";

}  // namespace gisa
