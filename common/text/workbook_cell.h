#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Texts in the cells of a workbook of Excel; valid UTF-8.
namespace gisa {

// What a cell holds, in UTF-16 code units.
constexpr std::size_t kLongestCell = 32'767;

// The longest beginning of `text` that a cell holds.
std::string_view fit_for_cell(std::string_view text);

// True of a cell that may have no room for one more character.
bool is_full_cell(std::string_view text);

// The name of the column in which a text goes on that began in the column `name` and for which
// `part` - 1 cells are not enough.
std::string name_of_continuation(std::string_view name, std::size_t part);

// `text` as it is written in a workbook, where _x0041_ would stand for A.
std::string escaped_for_cell(std::string text);

// What stands in a workbook as `written`: _x000D_ is the end of a line.
std::string unescaped_cell(std::string written);

}  // namespace gisa
