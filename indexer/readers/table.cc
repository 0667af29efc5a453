#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/table_cell.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/rows.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestRow = std::size_t{16} << 20;
constexpr std::size_t kMostColumns = 20'000;  // a spreadsheet has 16,384

// A column of gisa-search --format csv, where an apostrophe before = + - @ is no part of a cell.
constexpr std::string_view kExportedId = "뉴스 식별자";

constexpr std::array<char, 4> kDelimiters = {'\t', ',', ';', '|'};

// The one that stands most often in the first line that has any: a line about the search may come
// before.
char delimiter_of(std::string_view text) {
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const char best =
        *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char a, char b) {
          return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
        });
    if (line.size() == text.size() || line.find(best) != std::string_view::npos) return best;
    text.remove_prefix(line.size() + 1);
  }
}

// Cuts text into rows and cells (RFC 4180; a quote may stand bare inside a cell).
class TableReader {
 public:
  explicit TableReader(const ReaderInput& input) : input_(input), stream_(input), rows_(input) {}

  void read() {
    for (std::string piece; stream_.next_piece(piece);) {
      if (delimiter_ == '\0') choose_delimiter(piece);
      for (const char c : piece) take(c);
      if (bytes_ > kLongestRow) {
        throw Error(
            ErrorCode::input,
            fmt::format("a row is longer than {} MB (is a quote not closed?); left out from "
                        "there on",
                        kLongestRow >> 20));
      }
    }
    stream_.report_undecodable(0);
    if (quoted_ && !closing_) {
      input_.problems({input_.name, "ends within quotes; the last row reaches to the end", false});
    }
    if (!cell_.empty() || !cells_.empty()) end_row();
    rows_.finish();
  }

 private:
  // Excel writes `sep=;` before the table.
  void choose_delimiter(std::string& piece) {
    const std::string_view line = std::string_view(piece).substr(0, piece.find('\n'));
    if (line.starts_with("sep=") && trim(line).size() == 5) {
      delimiter_ = line[4];
      piece.erase(0, line.size());
    } else {
      delimiter_ = delimiter_of(piece);
    }
  }

  void take(char c) {
    ++bytes_;
    if (quoted_ && !closing_) {
      if (c == '"') {
        closing_ = true;
      } else {
        cell_ += c;
      }
    } else if (closing_ && c == '"') {
      cell_ += c;  // a doubled quote
      closing_ = false;
    } else if (c == delimiter_) {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else if (c == '"' && !quoted_ && cell_.find_first_not_of(' ') == std::string::npos) {
      cell_.clear();  // a blank behind the delimiter
      quoted_ = true;
    } else if (c != '\r') {
      cell_ += c;
    }
  }

  void end_cell() {
    if (cells_.size() == kMostColumns) {
      throw Error(
          ErrorCode::input,
          fmt::format("a row has more than {} cells; left out from there on", kMostColumns));
    }
    cells_.push_back(std::move(cell_));
    cell_.clear();
    quoted_ = closing_ = false;
  }

  void end_row() {
    end_cell();
    if (is_export_) {
      for (std::string& cell : cells_) cell = original_cell(std::move(cell));
    } else {
      is_export_ = std::find(cells_.begin(), cells_.end(), kExportedId) != cells_.end();
    }
    rows_.take(std::move(cells_));
    cells_.clear();
    bytes_ = 0;
  }

  const ReaderInput& input_;
  DecodedStream stream_;
  RowReader rows_;
  char delimiter_ = '\0';
  bool is_export_ = false;
  bool quoted_ = false;   // the cell began with a quote
  bool closing_ = false;  // and the last character was one
  std::string cell_;
  std::vector<std::string> cells_;
  std::size_t bytes_ = 0;  // of the row under way
};

}  // namespace

// An article a row, separated by commas or tabs; the first row names the columns.
void read_table(const ReaderInput& input) { TableReader(input).read(); }

}  // namespace gisa
