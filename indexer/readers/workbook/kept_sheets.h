#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/reader.h"

namespace gisa {

// The rows of a workbook, kept until all of the file was read: what their cells refer to may stand
// behind them.
class KeptSheets {
 public:
  // The rows from here on are of the sheet `name`.
  void begin(const std::string& name) { sheet_ = &sheets_[name]; }

  struct Row {
    std::size_t number = 0;  // from 1, where it is needed
    std::vector<std::string> cells;
    std::string notes;  // as SheetRow has them
  };

  // Keeps the row, unless 128 MB are kept already.
  void take(const Row& row);

  // True if something was left out.
  bool is_cut() const { return is_cut_; }

  bool is_empty() const { return sheets_.empty(); }

  struct Sheet {
    std::size_t place = 0;  // among the sheets, from 0
    std::string name;
  };
  // In the order of the numbers in their names (sheet2 before sheet10).
  std::vector<Sheet> sheets() const;

  // Hands on the rows of a sheet, and lets go of them.
  void hand_on(const std::string& name, const std::function<void(Row row)>& take);

 private:
  struct ByNumber {
    bool operator()(const std::string& a, const std::string& b) const {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
  };

  std::map<std::string, std::string, ByNumber> sheets_;  // rows, one behind the other
  std::string* sheet_ = nullptr;
  std::size_t bytes_ = 0;
  bool is_cut_ = false;
};

// Reports what of a workbook was not read.
void report_cut(const ReaderInput& input, const DocumentState& state, const KeptSheets& sheets);
void report_drawn_words(const ReaderInput& input);

}  // namespace gisa
