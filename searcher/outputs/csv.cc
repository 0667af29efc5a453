#include "searcher/outputs/csv.h"

#include "common/text/table_cell.h"
#include "common/text/visible.h"
#include "searcher/outputs/output.h"

namespace gisa {

namespace {

// In quotes where a comma, a quote or a line break stands in it, or a blank at its end.
std::string quoted(const std::string& cell) {
  const bool is_plain = cell.find_first_of(",\"\n\r") == std::string::npos &&
                        !cell.starts_with(' ') && !cell.ends_with(' ');
  if (is_plain) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

// `first` in a batch, then a cell for each column.
template <typename CellOf>
void write_row(std::ostream& out, const OutputStyle& style, const std::string& first,
               CellOf cell_of) {
  std::vector<std::string> cells;
  if (style.batch) cells.push_back(first);
  for (const Column* column : style.columns) cells.push_back(cell_of(*column));
  write_csv_row(out, cells);
}

}  // namespace

void write_csv_row(std::ostream& out, const std::vector<std::string>& cells) {
  std::string_view comma;
  for (const std::string& cell : cells) {
    out << comma << quoted(harmless_cell(visible_lines(cell)));
    comma = ",";
  }
  out << "\r\n";
}

void write_csv_head(std::ostream& out, const OutputStyle& style) {
  out << kCsvMark;
  write_row(out, style, "질의", [](const Column& column) { return std::string(column.label); });
}

std::vector<Note> write_csv(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  return for_each_row(answer, style.columns, [&](const Hit& hit) {
    write_row(out, style, answer.id, [&](const Column& column) { return column.value(hit); });
  });
}

}  // namespace gisa
