#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/workbook_cell.h"
#include "gisa/error.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/workbook/kept_sheets.h"
#include "indexer/readers/workbook/number_formats.h"
#include "indexer/readers/workbook_rows.h"

namespace gisa {

namespace {

constexpr std::size_t kMostColumns = WorkbookRows::kMostColumns;

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

// The column of a reference such as BC12, from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMostColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

// How a cell is kept, before what it says.
enum CellKind : char { kText = 't', kString = 's', kNumber = 'n' };

// A sheet, whose rows are kept: a cell that refers to a string as `s` and its number, one that is a
// number as `n`, its style, a colon and the number.
class Sheet : public XmlEvents {
 public:
  explicit Sheet(KeptSheets& sheets) : sheets_(sheets) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view local = local_name(name);
    if (local == "row") cells_.clear();
    if (local == "c") {
      const std::string_view reference = value_of(attributes, "r");
      column_ = reference.empty() ? std::optional(cells_.size()) : column_of(reference);
      begin_cell(value_of(attributes, "t"), value_of(attributes, "s"));
    }
    if (local == "rPh") in_reading_ = true;
    in_value_ = !in_reading_ && (local == "v" || local == "t");
  }

  void end(std::string_view name) override {
    const std::string_view local = local_name(name);
    in_value_ = false;
    if (local == "rPh") in_reading_ = false;
    if (local == "c" && column_ && *column_ < kMostColumns) {
      if (*column_ >= cells_.size()) cells_.resize(*column_ + 1);
      cells_[*column_] = std::exchange(cell_, {});
    }
    if (local == "row") sheets_.take(cells_);
  }

  void text(std::string_view text) override {
    if (in_value_) cell_.append(text);
  }

 private:
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
  std::vector<std::string> cells_;
  std::optional<std::size_t> column_;  // of the cell under way; none if it lies too far out
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
  bool has_notes = false;
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
    } else {
      has_notes =
          has_notes || name.starts_with("xl/comments") || name.starts_with("xl/threadedComments/");
      files.take(zip);
    }
  });
  if (sheets.is_empty()) return input.problems({input.name, refusal(state, is_binary)});
  std::size_t cut_rows = 0;
  WorkbookRows rows(input);
  sheets.hand_on([&](std::size_t sheet, std::vector<std::string> cells) {
    if (tables.resolve(cells)) {
      rows.take(sheet, std::move(cells));
    } else {
      ++cut_rows;
    }
  });
  report_cut(input, state, sheets);
  if (has_notes) input.problems({input.name, "has notes on cells; they are not read", false});
  if (cut_rows > 0) {
    input.problems({input.name, fmt::format("lacks strings of {} rows; left out", cut_rows)});
  }
  rows.finish();
  files.open(input);
}

}  // namespace gisa
