#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::test {

// One row of a table in tests/data.
struct Row {
  std::string where;               // file:line, for a failure's message
  std::vector<std::string> cells;  // unescaped
};

// Reads tests/data/`path`: tab-separated cells, `columns` of them a row; blank lines and lines that
// begin with # are for the reader. In a cell \n \t \\ \xNN (a byte) and \u{N} (a code point) stand
// for what they do in C++. Fails the test, and skips the row, where the cells are not `columns`, or
// if there is no row at all.
std::vector<Row> read_table(std::string_view path, std::size_t columns);

// The path of a file in tests/data.
std::string data_path(std::string_view path);

std::string unescape(std::string_view cell);

}  // namespace gisa::test
