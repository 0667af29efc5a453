#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "indexer/readers/reader.h"
#include "indexer/readers/rows.h"

namespace gisa {

// Takes the rows of a workbook, each sheet of which is a table of its own, and makes articles of
// them; or hands them on, where the input wants rows.
class WorkbookRows {
 public:
  static constexpr std::size_t kMostColumns = 1024;

  explicit WorkbookRows(const ReaderInput& input) : input_(input) {}  // outlives this

  // The sheets come one after the other. Throws Error (input) if a row is longer than 8 MB, or all
  // rows are so much longer than the file that only a bomb is.
  void take(SheetRow row);

  // To be called behind the last row: reports a sheet without a header, a workbook that has no
  // rows, and notes on rows of which no article was made. Sheets without rows, as Excel adds them,
  // are passed over.
  void finish();

 private:
  void check_size(const SheetRow& row);

  const ReaderInput& input_;
  std::optional<RowReader> table_;  // of the sheet under way
  std::size_t sheet_ = 0;
  std::uint64_t bytes_ = 0;
  bool has_notes_beside_ = false;  // on what is no article
};

}  // namespace gisa
