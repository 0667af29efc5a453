#include "indexer/readers/pdf/columns.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "common/text/cell_border.h"

namespace gisa {

namespace {

PdfLine joined(PdfRow& row, std::size_t begin, std::size_t end) {
  PdfLine line = std::move(row.pieces[begin].line);
  for (std::size_t i = begin + 1; i < end; ++i) {
    const PdfRow::Piece& piece = row.pieces[i];
    line.text.append(piece.before).append(piece.line.text);
    line.top = std::min(line.top, piece.line.top);
    line.right = std::max(line.right, piece.line.right);
    line.bottom = std::max(line.bottom, piece.line.bottom);
  }
  return line;
}

// Of a column of text, as far as it is known.
struct Side {
  int begin = 0;
  int end = 0;
  int height = 0;
  long width = 0;  // of all its lines
  int lines = 0;

  void add(int left, int right, int height_of_line) {
    begin = lines == 0 ? left : std::min(begin, left);
    end = std::max(end, right);
    height = std::max(height, height_of_line);
    width += right - left;
    ++lines;
  }

  // Most lines of a text are full, and have room for some words.
  bool is_text() const {
    constexpr int kNarrowest = 12;  // characters
    return lines > 0 && end - begin >= kNarrowest * height &&
           10 * width >= 7L * lines * (end - begin);
  }
};

// Rows that are two columns of text, one beside the other: a gap goes through all of them, and what
// stands behind it begins on one height.
class Columns {
 public:
  // Those that begin with the row `at`, parted by the gap before its piece `split`: as many rows as
  // are columns.
  Columns(const std::vector<PdfRow>& rows, std::size_t at, std::size_t split) {
    const std::vector<PdfRow::Piece>& first = rows[at].pieces;
    begin_ = first[split - 1].line.right;
    end_ = first[split].line.left;
    constexpr std::size_t kMost = 200;  // of a page, so that the time has a bound
    const std::size_t behind = std::min(rows.size(), at + kMost);
    for (std::size_t i = at; i < behind && takes(rows[i]); ++i) {
      if (!are_columns()) continue;
      count_ = i + 1 - at;
      left_end_ = left_.end;
      right_end_ = right_.end;
    }
  }

  // How many rows they are; 0 if they are a table, or words of one line.
  std::size_t count() const { return count_; }

  // Their lines, which are moved out of the rows.
  void read(std::vector<PdfRow>& rows, std::size_t at, std::vector<PdfLine>& out) const {
    std::vector<PdfLine> behind;
    for (std::size_t i = at; i < at + count_; ++i) {
      const std::size_t split = split_of(rows[i]);
      if (split > 0) add(joined(rows[i], 0, split), left_end_, out);
      if (split < rows[i].pieces.size()) {
        add(joined(rows[i], split, rows[i].pieces.size()), right_end_, behind);
      }
    }
    if (!behind.empty()) behind.front().begins_column = true;
    out.insert(out.end(), std::make_move_iterator(behind.begin()),
               std::make_move_iterator(behind.end()));
  }

 private:
  static void add(PdfLine line, int column_end, std::vector<PdfLine>& out) {
    line.column_end = column_end;
    out.push_back(std::move(line));
  }

  // The first piece of a row that stands behind the gap.
  std::size_t split_of(const PdfRow& row) const {
    const auto behind = std::find_if(
        row.pieces.begin(), row.pieces.end(),
        [&](const PdfRow::Piece& piece) { return 2 * piece.line.left >= begin_ + end_; });
    return static_cast<std::size_t>(behind - row.pieces.begin());
  }

  static bool has_cells(const PdfRow& row, std::size_t split) {
    for (std::size_t i = 1; i < row.pieces.size(); ++i) {
      if (i != split && row.pieces[i].before == kCellBorder) return true;
    }
    return false;
  }

  bool takes(const PdfRow& row) {
    constexpr int kFarthest = 3;  // heights of a line
    const PdfLine& first = row.pieces.front().line;
    const PdfLine& last = row.pieces.back().line;
    const int height = std::max(1, first.height());
    const bool is_next = first.top >= top_ && first.top - bottom_ <= kFarthest * height;
    if (left_.lines + right_.lines > 0 && !is_next) return false;
    const std::size_t split = split_of(row);
    if (has_cells(row, split)) return false;
    const bool has_left = split > 0;
    const bool has_right = split < row.pieces.size();
    const int begin = has_left ? std::max(begin_, row.pieces[split - 1].line.right) : begin_;
    const int end = has_right ? std::min(end_, row.pieces[split].line.left) : end_;
    if (3 * (end - begin) < height) return false;  // something stands in the gap
    begin_ = begin;
    end_ = end;
    if (has_left) left_.add(first.left, row.pieces[split - 1].line.right, height);
    if (has_right) right_.add(row.pieces[split].line.left, last.right, height);
    if (has_left && has_right) {
      ++both_;
      if (4 * (row.pieces[split].line.left - end_) <= height) ++aligned_;
    }
    top_ = first.top;
    bottom_ = std::max(first.bottom, last.bottom);
    return true;
  }

  bool are_columns() const {
    constexpr int kFewest = 4;
    return both_ >= kFewest && 4 * aligned_ >= 3 * both_ && left_.is_text() && right_.is_text();
  }

  int begin_ = 0;  // of the gap, as is its end
  int end_ = 0;
  Side left_;
  Side right_;
  int top_ = 0;
  int bottom_ = 0;
  int both_ = 0;     // rows that have something on both sides
  int aligned_ = 0;  // and begin behind the gap where it ends
  std::size_t count_ = 0;
  int left_end_ = 0;
  int right_end_ = 0;
};

// Reads the columns that begin with the row `at`, if there are any. Returns how many rows they are.
std::size_t read_columns(std::vector<PdfRow>& rows, std::size_t at, std::vector<PdfLine>& out) {
  constexpr std::size_t kMostGaps = 4;
  const std::size_t gaps = std::min(rows[at].pieces.size(), kMostGaps + 1);
  for (std::size_t split = 1; split < gaps; ++split) {
    const Columns columns(rows, at, split);
    if (columns.count() == 0) continue;
    columns.read(rows, at, out);
    return columns.count();
  }
  return 0;
}

// The first piece of a row's last cell; 0 if it is no row of a table.
std::size_t last_cell(const PdfRow& row) {
  std::size_t last = row.pieces.size() - 1;
  while (last > 0 && row.pieces[last].before != kCellBorder) --last;
  return last;
}

// Whether the last cell of a row goes on in the next one, which has nothing but the cell's.
bool goes_on_in_cell(const PdfRow& row, const PdfRow& next) {
  const std::size_t last = last_cell(row);
  if (last == 0 || last_cell(next) != 0) return false;
  const PdfLine& first = row.pieces.front().line;
  const PdfLine& cell = row.pieces[last].line;
  const PdfLine& below = next.pieces.front().line;
  const int height = std::min(cell.height(), below.height());
  const int gap = below.top - cell.bottom;
  return std::abs(below.left - cell.left) <= height && below.left - first.left > 4 * height &&
         gap > -height / 2 && gap < height;
}

}  // namespace

std::vector<PdfLine> lines_in_order(std::vector<PdfRow> rows) {
  std::vector<PdfLine> out;
  for (std::size_t at = 0; at < rows.size();) {
    if (const std::size_t read = read_columns(rows, at, out); read > 0) {
      at += read;
      continue;
    }
    const std::size_t pieces = rows[at].pieces.size();
    const bool parts = at + 1 < rows.size() && goes_on_in_cell(rows[at], rows[at + 1]);
    const std::size_t end = parts ? last_cell(rows[at]) : pieces;
    out.push_back(joined(rows[at], 0, end));
    if (parts) out.push_back(joined(rows[at], end, pieces));
    ++at;
  }
  return out;
}

}  // namespace gisa
