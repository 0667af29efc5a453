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
void WorkbookRows::check_size(const SheetRow& row) {
  std::size_t bytes = row.notes.size();
  for (const std::string& cell : row.cells) bytes += cell.size();
  if (bytes > kLongestRow) {
    throw Error(ErrorCode::input, fmt::format("a row is longer than {} MB; left out from there on",
                                              kLongestRow >> 20));
  }
  bytes_ += bytes + row.cells.size();
  const UnpackLimits& limits = input_.options.limits;
  if (bytes_ > limits.judged_from && bytes_ / limits.ratio > input_.bytes.offset()) {
    throw Error(ErrorCode::input, fmt::format("has rows of more than {} times its size; left out "
                                              "from there on",
                                              limits.ratio));
  }
}

void WorkbookRows::take(SheetRow row) {
  const auto is_blank = [](const std::string& cell) { return trim(cell).empty(); };
  const bool has_text = !std::all_of(row.cells.begin(), row.cells.end(), is_blank);
  if (!has_text && row.notes.empty()) return;
  check_size(row);
  if (input_.rows != nullptr) return input_.rows->take(row);
  const bool has_notes = !row.notes.empty();
  if (has_text && (!table_ || row.sheet != sheet_)) {
    const std::size_t before = table_ ? table_->records() : 0;
    if (table_) table_->finish();
    table_.emplace(input_, before);
    sheet_ = row.sheet;
  }
  const bool is_article = has_text && table_->take(std::move(row.cells), std::move(row.notes));
  has_notes_beside_ = has_notes_beside_ || (has_notes && !is_article);
}

void WorkbookRows::finish() {
  if (input_.rows != nullptr) return input_.rows->end();
  if (!table_) table_.emplace(input_);
  table_->finish();
  if (!has_notes_beside_) return;
  input_.problems(
      {input_.name, "has notes on cells beside its articles; they are not read", false});
}

}  // namespace gisa
