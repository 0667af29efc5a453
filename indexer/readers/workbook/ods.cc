#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/open_document.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/workbook/cell_notes.h"
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
      if (left_out_ == 0) is_drawn_ = is_drawn(name);
      if (name == "draw:object") is_drawn_ = false;  // a chart, or another document
      ++left_out_;
    } else if (name == "table:table") {
      sheets_.begin(std::to_string(++tables_));
    } else if (name == "table:table-row") {
      row_ = {};
    } else if (name == "office:annotation") {
      in_note_ = true;
    } else if (name == "dc:creator") {
      in_author_ = in_note_;
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
      begin_cell(attributes);
    } else if (name == "text:p" || name == "text:h") {
      if (!words().empty()) words() += '\n';
      ++in_text_;
    } else if (name == "text:s" || name == "text:tab") {
      words().append(std::min<std::size_t>(count_in(value_of(attributes, "c")), kMostBlanks), ' ');
    } else if (name == "text:line-break") {
      words() += '\n';
    }
  }

  void end(std::string_view name) override {
    if (left_out_ > 0) {
      --left_out_;
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
      end_cell();
    } else if (name == "table:table-row") {
      end_row();
    } else if (name == "office:annotation") {
      end_note();
    } else if (name == "dc:creator") {
      in_author_ = false;
    } else if (name == "text:p" || name == "text:h") {
      --in_text_;
    }
  }

  void text(std::string_view text) override {
    if (left_out_ > 0) {
      has_drawn_words_ = has_drawn_words_ || (is_drawn_ && !trim(text).empty());
      return;
    }
    if (in_author_) author_ += text;
    if (in_text_ > 0) words() += text;
  }

  // Words in a shape or a box over the cells.
  bool has_drawn_words() const { return has_drawn_words_; }

 private:
  static constexpr std::size_t kMostBlanks = 100;

  static bool is_drawn(std::string_view name) {
    return name.starts_with("draw:") || name == "table:shapes";
  }

  // What was drawn over the table, or changed.
  static bool is_left_out(std::string_view name) {
    return is_drawn(name) || name == "dc:date" || name == "text:ruby-text" ||
           name == "table:tracked-changes";
  }

  void begin_cell(const Attributes& attributes) {
    cell_.clear();
    date_ = value_of(attributes, "date-value");
    repeated_ = count_in(value_of(attributes, "number-columns-repeated"));
  }

  void end_cell() {
    std::vector<std::string>& cells = row_.cells;
    const std::size_t left = WorkbookRows::kMostColumns - cells.size();
    cells.insert(cells.end(), std::min(repeated_, left), date_.empty() ? cell_ : date_);
    cell_.clear();
  }

  // One that is repeated is read once. Behind the last cell blank ones go on to the sheet's border.
  void end_row() {
    while (!row_.cells.empty() && row_.cells.back().empty()) row_.cells.pop_back();
    sheets_.take(row_);
  }

  void end_note() {
    in_note_ = false;
    const std::string note = written_note(std::exchange(author_, {}), std::exchange(note_, {}));
    if (!row_.notes.empty() && !note.empty()) row_.notes += '\n';
    row_.notes += note;
  }

  // Of the note under way, else of the cell.
  std::string& words() { return in_note_ ? note_ : cell_; }

  KeptSheets& sheets_;
  std::size_t tables_ = 0;
  KeptSheets::Row row_;  // under way, as what follows is
  std::string cell_;
  std::string note_;
  std::string author_;  // of the note
  std::string date_;
  std::size_t repeated_ = 1;
  int left_out_ = 0;
  int in_text_ = 0;
  bool in_note_ = false;
  bool in_author_ = false;
  bool is_drawn_ = false;  // what is left out
  bool has_drawn_words_ = false;
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
  for (const KeptSheets::Sheet& sheet : sheets.sheets()) {
    sheets.hand_on(sheet.name, [&](KeptSheets::Row row) {
      rows.take({sheet.place, std::move(row.cells), std::move(row.notes)});
    });
  }
  report_cut(input, state, sheets);
  if (tables.has_drawn_words()) report_drawn_words(input);
  rows.finish();
  files.open(input);
}

}  // namespace gisa
