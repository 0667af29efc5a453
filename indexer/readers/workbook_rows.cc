#include "indexer/readers/workbook_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// A cell has 32,767 characters at most. A row, and what is handed on before it, are one frame.
constexpr std::size_t kLongestRow = std::size_t{8} << 20;

}  // namespace

// A string that is stored once may stand in any number of cells.
void WorkbookRows::check_size(const std::vector<std::string>& cells) {
  std::size_t row = 0;
  for (const std::string& cell : cells) row += cell.size();
  if (row > kLongestRow) {
    throw Error(ErrorCode::input, fmt::format("a row is longer than {} MB; left out from there on",
                                              kLongestRow >> 20));
  }
  bytes_ += row + cells.size();
  const UnpackLimits& limits = input_.options.limits;
  if (bytes_ > limits.judged_from && bytes_ / limits.ratio > input_.bytes.offset()) {
    throw Error(ErrorCode::input, fmt::format("has rows of more than {} times its size; left out "
                                              "from there on",
                                              limits.ratio));
  }
}

void WorkbookRows::take(std::size_t sheet, std::vector<std::string> cells) {
  const auto is_blank = [](const std::string& cell) { return trim(cell).empty(); };
  if (std::all_of(cells.begin(), cells.end(), is_blank)) return;
  check_size(cells);
  if (input_.rows != nullptr) return input_.rows->take(sheet, cells);
  if (!table_ || sheet != sheet_) {
    const std::size_t before = table_ ? table_->records() : 0;
    if (table_) table_->finish();
    table_.emplace(input_, before);
    sheet_ = sheet;
  }
  table_->take(std::move(cells));
}

void WorkbookRows::finish() {
  if (input_.rows != nullptr) return input_.rows->end();
  if (!table_) table_.emplace(input_);
  table_->finish();
}

}  // namespace gisa
