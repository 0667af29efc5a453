#include "indexer/readers/hwp/section_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/cell_border.h"
#include "common/text/utf8.h"
#include "indexer/news/headline.h"
#include "indexer/readers/hwp/form_text.h"
#include "indexer/readers/hwp/paragraph_text.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

// Tables within one another beyond it are read as paragraphs.
constexpr std::size_t kMostFrames = 32;

constexpr std::size_t kLongestCellOnALine = 300;  // bytes

void append_lines(std::string& text, std::string_view lines) {
  lines = trim(lines);
  if (lines.empty()) return;
  if (!text.empty()) text += '\n';
  text += lines;
}

// What stands for the controls of a paragraph that show text: their heads follow its text, on its
// level. Others stand between; how many is bounded as it is looked for at each such paragraph.
std::vector<std::string> shown_controls(HwpRecords behind, std::uint32_t level) {
  constexpr int kFarthest = 1000;
  std::vector<std::string> shown;
  for (int i = 0; i < kFarthest; ++i) {
    const auto record = behind.next();
    if (!record || record->level < level) break;
    if (record->level > level || record->tag != HwpRecord::ctrl_header) continue;
    ShownControl control = shown_control(record->data);
    if (control.is_one) shown.push_back(std::move(control.text));
  }
  return shown;
}

// A box with the large first letter of its paragraph: two bits that no specification has say so,
// in all documents that were seen (one of 2,688 boxes of theirs).
bool is_initial_box(std::string_view control) {
  constexpr std::size_t kPropertiesAt = 4;
  constexpr unsigned kStyleBit = 30;
  return little_endian<std::uint32_t>(control, 0) == control_id("gso ") &&
         little_endian<std::uint32_t>(control, kPropertiesAt) >> kStyleBit != 0;
}

// The letter in the box that a paragraph of that level begins with; empty if it has none.
std::string initial_of(HwpRecords behind, std::uint32_t level) {
  constexpr int kFarthest = 100;
  constexpr std::size_t kLongest = 3;  // characters: it may have a quotation mark
  bool in_box = false;
  for (int i = 0; i < kFarthest; ++i) {
    const auto record = behind.next();
    if (!record || record->level < level) break;
    if (record->level == level && record->tag == HwpRecord::ctrl_header) {
      if (in_box) break;
      in_box = is_initial_box(record->data);
    }
    if (!in_box || record->tag != HwpRecord::para_text) continue;
    const std::string text = paragraph_text(record->data);
    const std::string_view letter = trim(text);
    const bool is_one = count_chars(letter) <= kLongest && letter.find(' ') == letter.npos;
    return is_one ? std::string(letter) : std::string();
  }
  return {};
}

// The text of what is drawn: words in art, the script of an equation, an object of a form; empty of
// other records.
std::string drawn_text(const HwpRecord& record) {
  if (record.tag == HwpRecord::form_object) return text_of_form(record.data);
  constexpr struct {
    HwpRecord::Tag tag;
    std::size_t length_at;  // in units of UTF-16; they stand behind it
  } kTexts[] = {{HwpRecord::equation, 4}, {HwpRecord::text_art, 32}};
  for (const auto& [tag, length_at] : kTexts) {
    if (record.tag != tag || record.data.size() < length_at + 2) continue;
    const std::size_t units = little_endian<std::uint16_t>(record.data, length_at);
    std::string text = paragraph_text(record.data.substr(length_at + 2, 2 * units));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }
  return {};
}

}  // namespace

bool SectionText::add(std::string_view section) {
  HwpRecords records(section);
  while (!is_full()) {
    const auto record = records.next();
    if (!record) break;
    take(*record, records);
  }
  while (!frames_.empty()) close();
  return !records.is_cut_off();
}

void SectionText::take(const HwpRecord& record, const HwpRecords& behind) {
  while (!frames_.empty() && record.level <= frames_.back().level) close();
  Frame* const table = !frames_.empty() && frames_.back().kind == Kind::table &&
                               record.level == frames_.back().level + 1
                           ? &frames_.back()
                           : nullptr;
  switch (record.tag) {
    case HwpRecord::ctrl_header: return open(record);
    case HwpRecord::table:
      if (table != nullptr) {
        append_lines(table->rows, std::exchange(table->text, {}));
        table->has_cells = true;
      }
      return;
    case HwpRecord::list_header:
      if (table != nullptr && table->has_cells) begin_cell(*table, record);
      return;
    case HwpRecord::para_header: mark_ = marks_.next(record.data); return;
    case HwpRecord::para_text: return take_text(record, behind);
    default: return add_line(drawn_text(record));
  }
}

void SectionText::take_text(const HwpRecord& record, const HwpRecords& behind) {
  std::string text = shows_controls(record.data)
                         ? paragraph_text(record.data, shown_controls(behind, record.level))
                         : paragraph_text(record.data);
  const std::string initial =
      begins_with_object(record.data) ? initial_of(behind, record.level) : std::string();
  has_initial_ = !initial.empty();
  if (has_initial_) text.insert(0, initial);
  add_paragraph(text);
}

void SectionText::open(const HwpRecord& control) {
  if (has_initial_ && is_initial_box(control.data) && frames_.size() < kMostFrames) {
    has_initial_ = false;
    frames_.push_back({Kind::hidden, control.level});
    return;
  }
  constexpr struct {
    unsigned id;
    Kind kind;
  } kFrames[] = {{control_id("tbl "), Kind::table},
                 {control_id("head"), Kind::margin},
                 {control_id("foot"), Kind::margin},
                 {control_id("secd"), Kind::margin},
                 {control_id("tcmt"), Kind::hidden}};
  const auto id = little_endian<std::uint32_t>(control.data, 0);
  if (id == control_id("secd")) marks_.begin_section(control.data);
  for (const auto& frame : kFrames) {
    if (frame.id == id && frames_.size() < kMostFrames) {
      frames_.push_back({frame.kind, control.level});
    }
  }
}

void SectionText::close() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.kind == Kind::table) {
    end_row(frame);
    append_lines(frames_.empty() ? body_ : frames_.back().text, frame.rows);
  } else if (frame.kind == Kind::margin && margins_met_.insert(frame.text).second) {
    append_lines(margins_, frame.text);
  }
}

void SectionText::begin_cell(Frame& table, const HwpRecord& list) {
  constexpr std::size_t kRowAt = 10;  // behind the list's own eight bytes and the column
  const auto row = little_endian<std::uint16_t>(list.data, kRowAt);
  if (row != table.row) {
    end_row(table);
  } else {
    table.cells.push_back(std::exchange(table.text, {}));
  }
  table.row = row;
}

// A cell of a form takes a few words, one that a page is laid out with holds a whole text.
void SectionText::end_row(Frame& table) const {
  table.cells.push_back(std::exchange(table.text, {}));
  std::vector<std::string> cells = std::exchange(table.cells, {});
  std::erase_if(cells, [](const std::string& cell) { return cell.empty(); });
  std::string line;
  for (std::string& cell : cells) {
    if (cells.size() == 1) return append_lines(table.rows, with_whole_headline(cell));
    if (cell.size() > kLongestCellOnALine) {
      append_lines(table.rows, std::exchange(line, {}));
      append_lines(table.rows, cell);
      continue;
    }
    std::replace(cell.begin(), cell.end(), '\n', ' ');
    if (!line.empty()) line += kCellBorder;
    line += cell;
  }
  append_lines(table.rows, line);
}

void SectionText::add_paragraph(std::string_view text) {
  const std::string mark = std::exchange(mark_, {});
  text = trim(text);
  return mark.empty() || text.empty() ? add_line(text) : add_line(mark + " " + std::string(text));
}

void SectionText::add_line(std::string_view line) {
  is_full_ = line.size() > left_;
  line = cut_to_bytes(line, left_);
  left_ -= line.size();
  append_lines(frames_.empty() ? body_ : frames_.back().text, line);
}

std::string SectionText::take() {
  append_lines(body_, std::exchange(margins_, {}));
  return std::exchange(body_, {});
}

}  // namespace gisa
