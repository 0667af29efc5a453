#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace gisa {

// The files that lie in a file that is no archive: what is attached to a mail, a workbook in a
// report. Each is read as a member of the file: `report.docx/table.xlsx`; the second one of that
// name is `report.docx/table.xlsx (2)`.
class Members {
 public:
  // `input` outlives this.
  explicit Members(const ReaderInput& input) : input_(input) {}

  // The place of the next file with that name.
  std::string place_of(std::string name);

  // Has `bytes` read as the file of that name, if ReaderInput::open is set.
  void open(const std::string& name, std::string_view bytes);

 private:
  const ReaderInput& input_;
  std::map<std::string, int> names_;
};

// Says that a document holds files of more than `most_bytes`, or more than `most_files`, of which
// `one` is not read.
void report_files_left_out(const ReaderInput& input, std::size_t most_bytes, std::size_t most_files,
                           std::string_view one);

}  // namespace gisa
