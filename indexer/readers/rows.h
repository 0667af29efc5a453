#pragma once

#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace gisa {

// Takes the rows of a table: the first one that holds names gisa knows is its header, each one
// after it an article.
class RowReader {
 public:
  explicit RowReader(const ReaderInput& input) : input_(input) {}

  // Cells may be missing at the end of a row.
  void take(std::vector<std::string> cells);

  // To be called behind the last row: tells of a table without a header.
  void finish() const;

 private:
  bool take_header(const std::vector<std::string>& cells);

  const ReaderInput& input_;
  std::vector<std::string> names_;  // of the columns; empty until the header is found
  std::size_t rows_before_ = 0;     // that were no header
  std::size_t number_ = 0;          // of the record, from 1
};

}  // namespace gisa
