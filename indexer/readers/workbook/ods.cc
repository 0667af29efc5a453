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

// What is drawn over a table, and what lies there as a document of its own: whether there are words
// in it. Those of a chart's cells are no more than the sheet has.
class WordsOverCells : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes&) override {
    const std::string_view local = local_name(name);
    if (in_chart_cells_ > 0 || (in_chart_ && local == "table")) {
      ++in_chart_cells_;
    } else if (name == "chart:chart") {
      in_chart_ = true;
    } else if (is_text(local)) {
      ++in_text_;
    }
  }
  void end(std::string_view name) override {
    const std::string_view local = local_name(name);
    if (in_chart_cells_ > 0) {
      --in_chart_cells_;
    } else if (name == "chart:chart") {
      in_chart_ = false;
    } else if (is_text(local)) {
      --in_text_;
    }
  }
  void text(std::string_view text) override {
    are_there_ |= in_text_ > 0 && in_chart_cells_ == 0 && !trim(text).empty();
  }

  bool are_there() const { return are_there_; }

 private:
  // Of a paragraph, of an equation.
  static bool is_text(std::string_view local) {
    return local == "p" || local == "h" || local == "mi" || local == "mn" || local == "mtext";
  }

  int in_text_ = 0;
  int in_chart_cells_ = 0;
  bool in_chart_ = false;
  bool are_there_ = false;
};

// The tables of OpenDocument 1.3.
class Tables : public XmlEvents {
 public:
  Tables(KeptSheets& sheets, WordsOverCells& drawn) : sheets_(sheets), drawn_(drawn) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (left_out_ > 0 || is_left_out(name)) {
      if (left_out_++ == 0) is_drawn_ = is_drawn(name);
      if (is_drawn_) drawn_.start(name, attributes);
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
      if (is_drawn_) drawn_.end(name);
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
      if (is_drawn_) drawn_.text(text);
      return;
    }
    if (in_author_) author_ += text;
    if (in_text_ > 0) words() += text;
  }

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
  WordsOverCells& drawn_;
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
};

}  // namespace

// The tables of a workbook of OpenDocument, as those of Excel.
void read_ods(const ReaderInput& input) {
  KeptSheets sheets;
  WordsOverCells drawn;
  Tables tables(sheets, drawn);
  EmbeddedFiles files;
  const auto take_part = [&](DocumentZip& zip) {
    if (zip.name() == "content.xml") return zip.parse(tables);
    is_object(zip.name()) ? zip.parse(drawn) : files.take(zip);
  };
  const DocumentState state =
      is_flat(input) ? parse_flat(input, tables, files.objects()) : read_parts(input, take_part);
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
  if (drawn.are_there()) report_drawn_words(input);
  rows.finish();
  files.open(input);
}

}  // namespace gisa
