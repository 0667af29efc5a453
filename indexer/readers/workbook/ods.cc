#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/open_document.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/workbook/kept_sheets.h"
#include "indexer/readers/workbook_rows.h"

namespace gisa {

namespace {

std::size_t count_in(std::string_view text) {
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::max<std::size_t>(count, 1);
}

// The tables of OpenDocument 1.3.
class Tables : public XmlEvents {
 public:
  explicit Tables(KeptSheets& sheets) : sheets_(sheets) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (left_out_ > 0 || is_left_out(name)) {
      ++left_out_;
    } else if (name == "table:table") {
      sheets_.begin(std::to_string(++tables_));
    } else if (name == "table:table-row") {
      cells_.clear();
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
      begin_cell(attributes);
    } else if (name == "text:p" || name == "text:h") {
      if (!cell_.empty()) cell_ += '\n';
      ++in_text_;
    } else if (name == "text:s" || name == "text:tab") {
      cell_.append(std::min<std::size_t>(count_in(value_of(attributes, "c")), kMostBlanks), ' ');
    } else if (name == "text:line-break") {
      cell_ += '\n';
    }
  }

  void end(std::string_view name) override {
    if (left_out_ > 0) {
      --left_out_;
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
      end_cell();
    } else if (name == "table:table-row") {
      end_row();
    } else if (name == "text:p" || name == "text:h") {
      --in_text_;
    }
  }

  void text(std::string_view text) override {
    if (left_out_ == 0 && in_text_ > 0) cell_ += text;
  }

 private:
  static constexpr std::size_t kMostBlanks = 100;

  // What was written beside a cell, drawn over the table, or changed.
  static bool is_left_out(std::string_view name) {
    return name == "office:annotation" || name == "table:shapes" || name == "draw:frame" ||
           name == "text:ruby-text" || name == "table:tracked-changes";
  }

  void begin_cell(const Attributes& attributes) {
    cell_.clear();
    date_ = value_of(attributes, "date-value");
    repeated_ = count_in(value_of(attributes, "number-columns-repeated"));
  }

  void end_cell() {
    const std::size_t left = WorkbookRows::kMostColumns - cells_.size();
    cells_.insert(cells_.end(), std::min(repeated_, left), date_.empty() ? cell_ : date_);
    cell_.clear();
  }

  // One that is repeated is read once. Behind the last cell blank ones go on to the sheet's border.
  void end_row() {
    while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
    sheets_.take(cells_);
  }

  KeptSheets& sheets_;
  std::size_t tables_ = 0;
  std::vector<std::string> cells_;  // of the row under way
  std::string cell_;                // under way, as what follows is
  std::string date_;
  std::size_t repeated_ = 1;
  int left_out_ = 0;
  int in_text_ = 0;
};

}  // namespace

// The tables of a workbook of OpenDocument, as those of Excel.
void read_ods(const ReaderInput& input) {
  KeptSheets sheets;
  Tables tables(sheets);
  EmbeddedFiles files;
  const DocumentState state =
      is_flat(input) ? parse_flat(input, tables, files.objects())
                     : read_parts(input, [&](DocumentZip& zip) {
                         zip.name() == "content.xml" ? zip.parse(tables) : files.take(zip);
                       });
  if (!state.locked_by.empty()) {
    return input.problems({input.name, fmt::format("is locked by {}; left out", state.locked_by)});
  }
  if (sheets.is_empty()) {
    const std::string why = state.damage.empty() ? "holds no table; left out"
                                                 : state.damage + "; nothing was read before";
    return input.problems({input.name, why});
  }
  WorkbookRows rows(input);
  sheets.hand_on([&](std::size_t sheet, std::vector<std::string> cells) {
    rows.take(sheet, std::move(cells));
  });
  report_cut(input, state, sheets);
  rows.finish();
  files.open(input);
}

}  // namespace gisa
