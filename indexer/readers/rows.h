#pragma once

#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace gisa {

// Takes the rows of a table: the first one that holds names gisa knows is its header, each one
// after it an article, but for one that is a header again. Where the user names columns by their
// numbers, a table needs no header.
class RowReader {
 public:
  // `records_before`: of the same file, in the tables before.
  explicit RowReader(const ReaderInput& input, std::size_t records_before = 0)
      : input_(input), number_(records_before) {}

  // Cells may be missing at the end of a row. What was noted on them is read behind the article's
  // text. False if the row is no article.
  bool take(std::vector<std::string> cells, const std::string& notes = {});

  // To be called behind the last row: reports a table without a header.
  void finish() const;

  // Nothing but blank rows so far.
  bool is_empty() const { return names_.empty() && rows_before_ == 0; }

  // With those of the tables before.
  std::size_t records() const { return number_; }

 private:
  bool take_header(const std::vector<std::string>& cells);
  bool is_header(const std::vector<std::string>& cells) const;
  void join_continuations(std::vector<std::string>& cells) const;
  Record record_of(std::vector<std::string>& cells) const;

  const ReaderInput& input_;
  std::vector<std::string> names_;  // of the columns; empty until the header is found
  bool is_numbered_ = false;        // the table has none
  std::size_t rows_before_ = 0;     // that were no header
  std::size_t number_;              // of the record, from 1
};

}  // namespace gisa
