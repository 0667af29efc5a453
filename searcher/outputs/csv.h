#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The mark of UTF-8: without it Excel in a Korean Windows reads CP949.
constexpr std::string_view kCsvMark = "\xEF\xBB\xBF";

// A line of a table (RFC 4180), each cell made harmless: a spreadsheet shows it and does not
// compute it, a terminal is not moved by it.
void write_csv_row(std::ostream& out, const std::vector<std::string>& cells);

}  // namespace gisa
