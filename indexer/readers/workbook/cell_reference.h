#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gisa {

// Where a cell is.
struct CellReference {
  std::size_t column = 0;  // from 0
  std::size_t row = 0;     // from 1; 0 if it is not said
};

// What a workbook of Excel calls BC12; nothing if it is no cell that one has.
std::optional<CellReference> cell_reference(std::string_view name);

}  // namespace gisa
