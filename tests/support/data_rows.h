#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/note.h"

namespace gisa {

// A line of a table of expectations below GISA_TEST_DATA. Its columns are unescaped.
struct DataRow {
  std::string place;  // FILE:LINE, for messages
  std::string group;  // of the last line `## GROUP` above it
  std::vector<std::string> columns;

  // Empty if the row has no such column.
  std::string_view column(std::size_t i) const;
};

// The rows of `file`, which is relative to GISA_TEST_DATA, in order. Throws std::runtime_error if
// there are none.
std::vector<DataRow> read_rows(const std::string& file);

// The rows of one group of it.
std::vector<DataRow> read_rows(const std::string& file, std::string_view group);

// \t \n \r \\ as in C, \xNN as a byte, \*N{TEXT} as TEXT written N times.
std::string unescaped(std::string_view text);

// `notes` as the tables write them, joined by " / ".
std::string joined_notes(const std::vector<Note>& notes);

// Valid UTF-8, as everything that leaves the parser must be.
bool is_utf8(std::string_view text);

}  // namespace gisa
