#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

// A workbook of Excel. Who writes it is a module of its own, as its libraries would take every
// start of the program longer (docs/architecture.md).
namespace gisa {

struct WorkbookCell {
  enum class Kind { text, number, day, minute };
  Kind kind = Kind::text;
  std::string text;   // UTF-8, as long as a cell may be
  double number = 0;  // of a day or minute: days since 1899-12-30
};

struct WorkbookColumn {
  std::string name;
  double width = 0;  // characters, about
};

struct WorkbookSheet {
  std::string name;
  std::vector<WorkbookColumn> columns;
  std::size_t rows = 0;
  std::function<std::vector<WorkbookCell>(std::size_t row)> row;  // at most a cell a column
};

// Writes the file `path`, and into the folder `scratch` what it cannot hold in memory. Returns what
// went wrong, nullptr if nothing did.
using WriteWorkbook = const char*(const char* path, const char* scratch, const WorkbookSheet&);

// What the module and the function in it are called.
inline constexpr const char* kWorkbookModule = "gisa-xlsx.so";
inline constexpr const char* kWriteWorkbook = "gisa_write_workbook";

}  // namespace gisa
