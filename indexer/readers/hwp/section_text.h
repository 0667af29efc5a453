#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/hwp/list_marks.h"
#include "indexer/readers/hwp/record.h"

namespace gisa {

// Takes the text out of the sections of a document, in the order of its records: paragraphs, behind
// the numbers and signs of their lists, with their notes and text boxes behind them; the cells of a
// table's row on one line, but one that is long, or alone, on its own lines (a headline on one);
// headers and footers once, at the end. A large first letter (문단 첫 글자 장식) stands before its
// word. Hidden notes are left out.
class SectionText {
 public:
  explicit SectionText(std::size_t most_bytes, ListMarks marks = {})
      : left_(most_bytes), marks_(std::move(marks)) {}

  // Adds a section, unpacked. False if it ends in the middle of a record.
  bool add(std::string_view section);

  // True if there was more text than was asked for; it is left out.
  bool is_full() const { return is_full_; }

  // All of it, a line each, in UTF-8.
  std::string take();

 private:
  // A control whose text does not simply follow.
  // A margin is a header, a footer or what all pages of a section have (바탕쪽); what is hidden is
  // a note that is not printed.
  enum class Kind { table, margin, hidden };
  struct Frame {
    Kind kind = Kind::table;
    std::uint32_t level = 0;
    bool has_cells = false;  // false: what comes is the table's caption
    std::uint32_t row = 0;
    std::string text = {};                // the cell under way; a header; a caption
    std::vector<std::string> cells = {};  // of the row under way, before it
    std::string rows = {};                // those before
  };

  void take(const HwpRecord& record, const HwpRecords& behind);
  void open(const HwpRecord& control);
  void close();
  void begin_cell(Frame& table, const HwpRecord& list);
  void end_row(Frame& table) const;
  void take_text(const HwpRecord& record, const HwpRecords& behind);
  void add_paragraph(std::string_view text);
  void add_line(std::string_view line);

  std::size_t left_;
  ListMarks marks_;
  std::string mark_;          // of the paragraph under way
  bool has_initial_ = false;  // of the paragraph under way, whose box is yet to come
  bool is_full_ = false;
  std::string body_;
  std::string margins_;
  std::set<std::string> margins_met_;
  std::vector<Frame> frames_;  // each within the one before
};

}  // namespace gisa
