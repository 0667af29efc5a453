#include "searcher/xlsx/workbook.h"

#include <xlsxwriter.h>

#include "searcher/xlsx/written_rows.h"

namespace gisa {

namespace {

struct Formats {
  lxw_format* head;
  lxw_format* day;
  lxw_format* minute;
};

lxw_format* format_of_numbers(lxw_workbook* workbook, const char* form) {
  lxw_format* const format = workbook_add_format(workbook);
  format_set_num_format(format, form);
  return format;
}

Formats formats_of(lxw_workbook* workbook) {
  Formats formats{workbook_add_format(workbook), format_of_numbers(workbook, "yyyy-mm-dd"),
                  format_of_numbers(workbook, "yyyy-mm-dd hh:mm")};
  format_set_bold(formats.head);
  return formats;
}

lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                     const WorkbookCell& cell, const Formats& formats) {
  using Kind = WorkbookCell::Kind;
  switch (cell.kind) {
    case Kind::text:
      return cell.text.empty()
                 ? LXW_NO_ERROR
                 : worksheet_write_string(sheet, row, column, cell.text.c_str(), nullptr);
    case Kind::number: return worksheet_write_number(sheet, row, column, cell.number, nullptr);
    case Kind::day: return worksheet_write_number(sheet, row, column, cell.number, formats.day);
    case Kind::minute:
      return worksheet_write_number(sheet, row, column, cell.number, formats.minute);
  }
  return LXW_NO_ERROR;
}

lxw_error write_rows(lxw_worksheet* to, const WorkbookSheet& sheet, const Formats& formats) {
  for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(to, at, at, sheet.columns[column].width, nullptr);
    const lxw_error error =
        worksheet_write_string(to, 0, at, sheet.columns[column].name.c_str(), formats.head);
    if (error != LXW_NO_ERROR) return error;
  }
  worksheet_freeze_panes(to, 1, 0);
  for (std::size_t row = 0; row < sheet.rows; ++row) {
    const std::vector<WorkbookCell> cells = sheet.row(row);
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const lxw_error error = write_cell(to, static_cast<lxw_row_t>(row + 1),
                                         static_cast<lxw_col_t>(column), cells[column], formats);
      if (error != LXW_NO_ERROR) return error;
    }
  }
  return LXW_NO_ERROR;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const char* gisa_write_workbook(
    const char* path, const char* scratch, const WorkbookSheet& sheet) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = const_cast<char*>(scratch);  // only read
  lxw_workbook* const workbook = workbook_new_opt(path, &options);
  if (workbook == nullptr) return "it cannot be begun";
  lxw_worksheet* const to = workbook_add_worksheet(workbook, sheet.name.c_str());
  const lxw_error error =
      to == nullptr ? LXW_ERROR_CREATING_TMPFILE : write_rows(to, sheet, formats_of(workbook));
  const lxw_error closed = workbook_close(workbook);
  const lxw_error first = error != LXW_NO_ERROR ? error : closed;
  if (first != LXW_NO_ERROR) return lxw_strerror(first);
  return written_rows(path) == sheet.rows + 1 ? nullptr : "there is no room for all rows";
}

}  // namespace gisa
