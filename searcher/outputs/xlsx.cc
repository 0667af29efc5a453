#include "searcher/outputs/xlsx.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "common/cli/beside_program.h"
#include "common/text/visible.h"
#include "common/text/workbook_cell.h"
#include "gisa/error.h"
#include "searcher/xlsx/workbook.h"

namespace gisa {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSheetName = "기사";

// A column of hits, and where in the sheet what is too long for a cell goes on.
struct Place {
  const Column* column;
  std::size_t parts = 1;         // cells that its longest text takes
  std::size_t continuation = 0;  // the sheet's column that has the second part
};

std::size_t parts_of(std::string_view text) {
  std::size_t parts = 1;
  while (true) {
    text.remove_prefix(fit_for_cell(text).size());
    if (text.empty()) return parts;
    ++parts;
  }
}

std::string cell_text(const Column& column, const Hit& hit) {
  return escaped_for_cell(visible_lines(column.value(hit)));
}

int number_at(std::string_view text, std::size_t at, std::size_t length) {
  int number = -1;
  std::from_chars(text.data() + at, text.data() + at + length, number);
  return number;
}

// As a date of Excel if all of it is known and gisa-index takes its number for a date, else as
// text.
WorkbookCell cell_of_time(std::string text) {
  using namespace std::chrono;
  constexpr int kFirstYear = 1955;
  constexpr int kLastYear = 2100;
  constexpr double kMinutesADay = 24 * 60;
  const bool has_time = text.size() == 16;  // 2020-02-03T09:14
  if (text.size() != 10 && !has_time) return {WorkbookCell::Kind::text, std::move(text)};
  const year_month_day day{year(number_at(text, 0, 4)),
                           month(static_cast<unsigned>(number_at(text, 5, 2))),
                           std::chrono::day(static_cast<unsigned>(number_at(text, 8, 2)))};
  const int minute = has_time ? number_at(text, 11, 2) * 60 + number_at(text, 14, 2) : 0;
  const bool is_safe = day.ok() && static_cast<int>(day.year()) >= kFirstYear &&
                       static_cast<int>(day.year()) <= kLastYear && minute >= 0 &&
                       !(has_time && minute == 0);  // midnight would be a day without a time
  if (!is_safe) return {WorkbookCell::Kind::text, std::move(text)};
  constexpr sys_days kEpoch = year(1899) / December / 30;
  return {has_time ? WorkbookCell::Kind::minute : WorkbookCell::Kind::day,
          {},
          (sys_days(day) - kEpoch).count() + minute / kMinutesADay};
}

WorkbookCell cell_of(const Column& column, std::string_view text) {
  if (column.kind == ColumnKind::time) return cell_of_time(std::string(text));
  double number = 0;
  const char* const end = text.data() + text.size();
  if (column.kind == ColumnKind::number && std::from_chars(text.data(), end, number).ptr == end) {
    return {WorkbookCell::Kind::number, {}, number};
  }
  return {WorkbookCell::Kind::text, std::string(text)};
}

WriteWorkbook& workbook_writer() {
  void* const function = function_beside_program(kWorkbookModule, kWriteWorkbook);
  if (function != nullptr) return *reinterpret_cast<WriteWorkbook*>(function);
  throw Error(ErrorCode::usage,
              can_write_xlsx()
                  ? fmt::format("xlsx cannot be written: {}", dlerror())
                  : fmt::format("xlsx cannot be written: {} is not installed", kWorkbookModule),
              "take csv, which spreadsheets open, too");
}

std::string scratch_folder() {
  const char* const named = std::getenv("TMPDIR");
  return named != nullptr && *named != 0 ? named : "/tmp";
}

// A file of its own in the system's folder for such files, gone with the object.
class ScratchFile {
 public:
  ScratchFile() : path_((fs::path(scratch_folder()) / "gisa-XXXXXX").string()) {
    const int file = mkstemp(path_.data());
    if (file < 0) throw failure(std::strerror(errno));
    close(file);
  }
  ~ScratchFile() { unlink(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }

  static Error failure(std::string_view why) {
    if (why.ends_with('.')) why.remove_suffix(1);
    return {ErrorCode::output,
            fmt::format("a workbook cannot be written in {}: {}", scratch_folder(), why),
            "look at free space and permissions there, or name another folder by TMPDIR"};
  }

 private:
  std::string path_;
};

// The rows on their way into a workbook, in a file: which columns long texts go on in is known
// behind the last one, and stands in the first line of the sheet.
class GatheredRows {
 public:
  explicit GatheredRows(const std::vector<const Column*>& columns)
      : out_(file_.path(), std::ios::binary) {
    for (const Column* column : columns) places_.push_back({column});
  }

  void add(const Hit& hit) {
    for (Place& place : places_) {
      const std::string text = cell_text(*place.column, hit);
      place.parts = std::max(place.parts, parts_of(text));
      const std::size_t size = text.size();
      out_.write(reinterpret_cast<const char*>(&size), sizeof(size));
      out_.write(text.data(), static_cast<std::streamsize>(size));
    }
    ++rows_;
  }

  // To be called behind the last row. Throws Error (output) if the file does not hold them.
  WorkbookSheet sheet() {
    out_.close();
    if (!out_) throw ScratchFile::failure("there is no room for all rows");
    in_.open(file_.path(), std::ios::binary);
    WorkbookSheet sheet{kSheetName, {}, rows_, [this](std::size_t) { return next_row(); }};
    for (const Place& place : places_) {
      sheet.columns.push_back({std::string(place.column->label), place.column->width});
    }
    for (Place& place : places_) {
      place.continuation = sheet.columns.size();
      for (std::size_t part = 2; part <= place.parts; ++part) {
        sheet.columns.push_back(
            {name_of_continuation(place.column->label, part), place.column->width});
      }
    }
    return sheet;
  }

  // Says which columns have texts that go on.
  void note(std::vector<Note>& notes) const {
    for (const Place& place : places_) {
      if (place.parts == 1) continue;
      notes.push_back(
          {NoteKind::limited,
           fmt::format("a cell of a workbook has {} characters at most; longer texts of "
                       "the column {} go on in {}{}",
                       kLongestCell, place.column->label,
                       name_of_continuation(place.column->label, 2),
                       place.parts > 2 ? " and the columns behind it" : "")});
    }
  }

 private:
  std::vector<WorkbookCell> next_row() {
    std::vector<WorkbookCell> row(places_.back().continuation + places_.back().parts - 1);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const std::string whole = next_text();
      const std::string_view first = fit_for_cell(whole);
      row[i] = cell_of(*places_[i].column, first);
      std::string_view rest = std::string_view(whole).substr(first.size());
      for (std::size_t at = places_[i].continuation; !rest.empty(); ++at) {
        row[at].text = fit_for_cell(rest);
        rest.remove_prefix(row[at].text.size());
      }
    }
    return row;
  }

  std::string next_text() {
    std::size_t size = 0;
    in_.read(reinterpret_cast<char*>(&size), sizeof(size));
    std::string text(in_ ? size : 0, '\0');
    in_.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
  }

  ScratchFile file_;
  std::ofstream out_;
  std::ifstream in_;
  std::vector<Place> places_;
  std::size_t rows_ = 0;
};

// Block by block: `<< rdbuf()` does not tell of a write that fails behind the first.
void copy(std::istream& from, std::ostream& to) {
  std::array<char, 64 * 1024> block;
  while (from.read(block.data(), block.size()), from.gcount() > 0) {
    to.write(block.data(), from.gcount());
  }
}

}  // namespace

bool can_write_xlsx() { return !beside_program(kWorkbookModule).empty(); }

std::vector<Note> write_xlsx(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  WriteWorkbook& write_workbook = workbook_writer();
  GatheredRows rows(style.columns);
  std::vector<Note> notes =
      for_each_row(answer, style.columns, [&](const Hit& hit) { rows.add(hit); });
  const ScratchFile file;
  const char* const wrong =
      write_workbook(file.path().c_str(), scratch_folder().c_str(), rows.sheet());
  if (wrong != nullptr) throw file.failure(wrong);
  std::ifstream workbook(file.path(), std::ios::binary);
  copy(workbook, out);
  rows.note(notes);
  return notes;
}

}  // namespace gisa
