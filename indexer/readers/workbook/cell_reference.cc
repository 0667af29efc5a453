#include "indexer/readers/workbook/cell_reference.h"

#include <charconv>

namespace gisa {

std::optional<CellReference> cell_reference(std::string_view name) {
  constexpr std::size_t kMostLetters = 3;
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters) {
    if (letters == kMostLetters) return std::nullopt;
    column = column * 26 + static_cast<std::size_t>(name[letters] - 'A' + 1);
  }
  if (letters == 0) return std::nullopt;
  CellReference cell{column - 1, 0};
  std::from_chars(name.data() + letters, name.data() + name.size(), cell.row);
  return cell;
}

}  // namespace gisa
