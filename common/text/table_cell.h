#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace gisa {

// True of a cell of a table that a spreadsheet would take for a formula (OWASP, CSV Injection), and
// of one that stands for such a cell.
inline bool may_be_formula(std::string_view cell) {
  const std::size_t first = std::min(cell.find_first_not_of('\''), cell.size());
  return first < cell.size() && std::string_view("=+-@\t\r").find(cell[first]) != cell.npos;
}

// `cell` as a spreadsheet shows it and does not compute it: behind an apostrophe if need be.
inline std::string harmless_cell(std::string cell) {
  if (may_be_formula(cell)) cell.insert(0, 1, '\'');
  return cell;
}

// What harmless_cell() was given.
inline std::string original_cell(std::string cell) {
  if (cell.starts_with('\'') && may_be_formula(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace gisa
