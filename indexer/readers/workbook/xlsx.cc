#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/workbook_cell.h"
#include "gisa/error.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/workbook/cell_notes.h"
#include "indexer/readers/workbook/cell_reference.h"
#include "indexer/readers/workbook/kept_sheets.h"
#include "indexer/readers/workbook/number_formats.h"
#include "indexer/readers/workbook_rows.h"

namespace gisa {

namespace {

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() ? std::optional(number) : std::nullopt;
}

// The strings that cells refer to by their number.
class SharedStrings : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes&) override {
    const std::string_view local = local_name(name);
    if (local == "si") strings_.emplace_back();
    if (local == "rPh") in_reading_ = true;  // how Chinese characters are read aloud
    in_text_ = local == "t" && !in_reading_;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (local_name(name) == "rPh") in_reading_ = false;
  }
  void text(std::string_view text) override {
    constexpr std::size_t kMost = std::size_t{64} << 20;
    if (!in_text_ || strings_.empty()) return;
    bytes_ += text.size();
    if (bytes_ > kMost) {
      throw Error(ErrorCode::input, "holds more than 64 MB of strings; left out from there on");
    }
    strings_.back().append(text);
  }

  // Nothing if there is none with that number.
  const std::string* at(std::string_view number) const {
    const auto index = number_in(number);
    return index && *index < strings_.size() ? &strings_[*index] : nullptr;
  }

 private:
  std::vector<std::string> strings_;
  std::size_t bytes_ = 0;
  bool in_text_ = false;
  bool in_reading_ = false;
};

// A part with what is drawn over cells: whether there are words in it. Those that a chart has from
// cells are none.
class DrawnWords : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes&) override {
    in_text_ = local_name(name) == "t";
  }
  void end(std::string_view) override { in_text_ = false; }
  void text(std::string_view text) override { are_there_ |= in_text_ && !trim(text).empty(); }

  static bool may_be_in(std::string_view part) {
    return part.starts_with("xl/drawings/drawing") || part.starts_with("xl/diagrams/data") ||
           part.starts_with("xl/charts/chart");
  }
  bool are_there() const { return are_there_; }

 private:
  bool in_text_ = false;
  bool are_there_ = false;
};

// What xl/workbook.xml says of dates.
class WorkbookProperties : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (local_name(name) != "workbookPr") return;
    const std::string_view value = value_of(attributes, "date1904");
    from_1904_ = value == "1" || value == "true";
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool from_1904() const { return from_1904_; }

 private:
  bool from_1904_ = false;
};

// How a cell is kept, before what it says.
enum CellKind : char { kText = 't', kString = 's', kNumber = 'n' };

// A sheet, whose rows are kept: a cell that refers to a string as `s` and its number, one that is a
// number as `n`, its style, a colon and the number.
class Sheet : public XmlEvents {
 public:
  explicit Sheet(KeptSheets& sheets) : sheets_(sheets) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view local = local_name(name);
    if (local == "row") begin_row(value_of(attributes, "r"));
    if (local == "c") {
      const std::string_view reference = value_of(attributes, "r");
      column_ = reference.empty() ? row_.cells.size() : column_of(reference);
      begin_cell(value_of(attributes, "t"), value_of(attributes, "s"));
    }
    if (local == "rPh") in_reading_ = true;
    in_value_ = !in_reading_ && (local == "v" || local == "t");
  }

  void end(std::string_view name) override {
    const std::string_view local = local_name(name);
    in_value_ = false;
    if (local == "rPh") in_reading_ = false;
    if (local == "c" && column_ < WorkbookRows::kMostColumns) {
      if (column_ >= row_.cells.size()) row_.cells.resize(column_ + 1);
      row_.cells[column_] = std::exchange(cell_, {});
    }
    if (local == "row") sheets_.take(row_);
  }

  void text(std::string_view text) override {
    if (in_value_) cell_.append(text);
  }

 private:
  static std::size_t column_of(std::string_view reference) {
    const auto cell = cell_reference(reference);
    return cell ? cell->column : WorkbookRows::kMostColumns;
  }

  void begin_row(std::string_view number) {
    row_.cells.clear();
    row_.number = number_in(number).value_or(row_.number + 1);
  }

  void begin_cell(std::string_view type, std::string_view style) {
    cell_.clear();
    if (type == "s") {
      cell_ += kString;
    } else if (!style.empty() && (type.empty() || type == "n")) {
      cell_.append(1, kNumber).append(style).append(":");
    } else {
      cell_ += kText;
    }
  }

  KeptSheets& sheets_;
  KeptSheets::Row row_;     // under way
  std::size_t column_ = 0;  // of the cell under way
  std::string cell_;
  bool in_value_ = false;
  bool in_reading_ = false;
};

// What the cells of a workbook refer to.
class CellTables {
 public:
  SharedStrings strings;
  NumberFormats formats;
  WorkbookProperties properties;

  // Turns what was kept of a row into what its cells show. False if a string of it is not there.
  bool resolve(std::vector<std::string>& cells) const {
    bool is_whole = true;
    for (std::string& cell : cells) {
      if (cell.empty()) continue;
      const std::string_view rest = std::string_view(cell).substr(1);
      if (cell[0] == kString) {
        const std::string* const string = strings.at(rest);
        is_whole = is_whole && (string != nullptr || rest.empty());
        cell = string == nullptr ? std::string() : unescaped_cell(*string);
      } else {
        cell = cell[0] == kNumber ? number(rest) : unescaped_cell(std::string(rest));
      }
    }
    return is_whole;
  }

 private:
  std::string number(std::string_view styled) const {
    const std::size_t colon = std::min(styled.find(':'), styled.size() - 1);
    const std::string_view value = styled.substr(colon + 1);
    const std::size_t style = number_in(styled.substr(0, colon)).value_or(0);
    return formats.is_date(style) ? date_of_serial(value, properties.from_1904())
                                  : std::string(value);
  }
};

std::string take_notes(std::map<std::size_t, std::string>& notes, std::size_t row) {
  const auto found = notes.find(row);
  return found == notes.end() ? std::string() : std::move(notes.extract(found).mapped());
}

// Returns how many rows were left out as a string of theirs is not there.
std::size_t hand_on(KeptSheets& sheets, const CellTables& tables, const CellNotes& notes,
                    WorkbookRows& rows) {
  std::size_t cut_rows = 0;
  for (const KeptSheets::Sheet& sheet : sheets.sheets()) {
    auto notes_left = notes.of_sheet(sheet.name);
    sheets.hand_on(sheet.name, [&](KeptSheets::Row row) {
      const bool is_whole = tables.resolve(row.cells);
      if (!is_whole) return void(++cut_rows);
      rows.take({sheet.place, std::move(row.cells), take_notes(notes_left, row.number)});
    });
    for (auto& [row, text] : notes_left) rows.take({sheet.place, {}, std::move(text)});
  }
  return cut_rows;
}

std::string refusal(const DocumentState& state, bool is_binary) {
  if (!state.damage.empty()) return state.damage + "; nothing was read before";
  return is_binary ? "is a binary workbook of Excel (.xlsb); left out (saved as .xlsx, it is read)"
                   : "holds no worksheet; left out";
}

}  // namespace

// The sheets of a workbook of Excel, each a table of its own.
void read_xlsx(const ReaderInput& input) {
  constexpr std::string_view kSheets = "xl/worksheets/";
  CellTables tables;
  KeptSheets sheets;
  EmbeddedFiles files;
  CellNotes notes;
  DrawnWords drawn;
  bool is_binary = false;
  const DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    const std::string& name = zip.name();
    if (name == "xl/sharedStrings.xml") {
      zip.parse(tables.strings);
    } else if (name == "xl/styles.xml") {
      zip.parse(tables.formats);
    } else if (name == "xl/workbook.xml") {
      zip.parse(tables.properties);
    } else if (name == "xl/workbook.bin") {
      is_binary = true;
    } else if (name.starts_with(kSheets) && name.ends_with(".xml")) {
      sheets.begin(name);
      Sheet sheet(sheets);
      zip.parse(sheet);
    } else if (DrawnWords::may_be_in(name)) {
      zip.parse(drawn);
    } else {
      notes.take(zip);
      files.take(zip);
    }
  });
  if (sheets.is_empty()) return input.problems({input.name, refusal(state, is_binary)});
  WorkbookRows rows(input);
  const std::size_t cut_rows = hand_on(sheets, tables, notes, rows);
  report_cut(input, state, sheets);
  if (drawn.are_there()) report_drawn_words(input);
  if (notes.is_cut()) {
    input.problems({input.name, "has more than 16 MB of notes; the last ones are not read", false});
  }
  if (cut_rows > 0) {
    input.problems({input.name, fmt::format("lacks strings of {} rows; left out", cut_rows)});
  }
  rows.finish();
  files.open(input);
}

}  // namespace gisa
