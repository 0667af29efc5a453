#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/office/document_zip.h"

namespace gisa {

// A note as it is read: who wrote it, a colon, what it says.
std::string written_note(std::string_view author, std::string_view text);

// The notes on cells of a workbook of Excel, and the threads of comments that newer versions have
// in their place. Its parts come in any order.
class CellNotes {
 public:
  // Keeps the part that `zip` is at, if it has notes, or says who wrote them or on which sheet they
  // are.
  void take(DocumentZip& zip);

  // Those of a sheet by the numbers of their rows (from 1), a line or more each, in the order of
  // the columns. `sheet` is the name of its part.
  std::map<std::size_t, std::string> of_sheet(std::string_view sheet) const;

  // True if there are more than are kept.
  bool is_cut() const { return is_cut_; }

  struct Note {
    std::size_t row = 0;     // from 1
    std::size_t column = 0;  // from 0
    std::string author;      // of a thread the number of a person
    std::string text;
  };
  using Names = std::map<std::string, std::string, std::less<>>;  // by the numbers of persons

 private:
  using Parts = std::map<std::string, std::vector<Note>>;
  using Cells = std::map<std::pair<std::size_t, std::size_t>, std::string>;  // by row and column

  void keep(DocumentZip& zip, Parts& kind);
  std::string_view name_of(const std::string& author) const;
  Cells written(const Parts& kind, const std::vector<std::string>& names) const;

  // By the last steps of the names of parts, as these are told in many ways.
  Parts notes_;
  Parts threads_;
  std::map<std::string, std::vector<std::string>> parts_of_;  // a sheet
  Names persons_;
  std::size_t bytes_ = 0;
  bool is_cut_ = false;
};

}  // namespace gisa
