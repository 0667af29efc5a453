#include "indexer/readers/office/document_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/cell_border.h"
#include "common/text/hangul.h"
#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/headline.h"

namespace gisa {

namespace {

constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr std::size_t kLongestRow = 600;  // bytes; cells of a longer one are lines

// One line of a table, or the lines of its cells.
std::string row_of(const std::vector<std::string>& cells) {
  std::size_t bytes = 0;
  std::size_t filled = 0;
  for (const std::string& cell : cells) {
    bytes += cell.size();
    if (!trim(cell).empty()) ++filled;
  }
  const bool one_line = filled > 1 && bytes <= kLongestRow;
  std::string row;
  for (const std::string& cell : cells) {
    std::string text(trim(cell));
    if (text.empty()) continue;
    if (filled == 1) return with_whole_headline(text) + '\n';
    if (one_line) std::replace(text.begin(), text.end(), '\n', ' ');
    if (!row.empty()) row += one_line ? kCellBorder : std::string_view("\n");
    row += text;
  }
  if (!row.empty()) row += '\n';
  return row;
}

// What no XML has: around a key, in the text, until it is known what it stands for.
constexpr char kKeySign = '\1';

std::string with_marks(std::string_view text, const DocumentText::MarkOfKey& mark) {
  std::string out;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find(kKeySign), text.size());
    out += text.substr(0, begin);
    text.remove_prefix(begin);
    if (text.empty()) break;
    std::size_t key = 0;
    const auto [end, failed] = std::from_chars(text.data() + 1, text.data() + text.size(), key);
    const bool is_key =
        failed == std::errc() && end != text.data() + text.size() && *end == kKeySign;
    text.remove_prefix(is_key ? static_cast<std::size_t>(end - text.data()) + 1 : 1);
    if (!is_key) continue;
    const std::string known = mark(key);
    out += known;
    if (known.empty() && text.starts_with(' ')) text.remove_prefix(1);
  }
  return out;
}

bool is_initial(std::string_view text) {
  constexpr std::size_t kLongest = 3;  // characters: it may have a quotation mark
  return !text.empty() && count_chars(text) <= kLongest &&
         text.find_first_of(" \n") == std::string_view::npos;
}

bool is_letter(std::string_view text) {
  return (text.size() == kSyllableBytes && is_hangul_at(text, 0)) ||
         (text.size() == 1 && is_ascii_letter(static_cast<unsigned char>(text[0])));
}

void append(std::string& out, std::string&& more) {
  if (out.empty()) {
    out = std::move(more);
  } else {
    out += more;
  }
}

}  // namespace

std::string clean_text(std::string text) { return to_nfc(without_invisible(std::move(text))); }

void DocumentText::begin_part(int number) {
  while (frames_.size() > 1) close();
  close();
  frames_.emplace_back();
  part_ = number;
  muted_ = false;
}

void DocumentText::begin(Frame frame) { frames_.emplace_back().frame = frame; }

void DocumentText::end(Frame frame) {
  if (frames_.size() > 1 && frames_.back().frame == frame) close();
}

void DocumentText::begin_paragraph() {
  if (frames_.back().in_paragraph) end_paragraph();
  frames_.back().in_paragraph = true;
  frames_.back().line.insert(0, std::exchange(frames_.back().initial, {}));
}

void DocumentText::end_paragraph() {
  Open& open = frames_.back();
  const std::string_view line = trim(open.line);
  if (!line.empty() && !open.mark.empty()) open.out.append(open.mark) += ' ';
  if (!line.empty()) open.out.append(line) += '\n';
  open.line.clear();
  open.mark.clear();
  open.in_paragraph = false;
  add(std::exchange(open.after, {}));
}

void DocumentText::text(std::string_view text) {
  if (muted_ || text.empty()) return;
  bytes_ += text.size();
  if (bytes_ > kMostText) {
    throw Error(ErrorCode::input, "holds more than 16 MB of text; left out from there on");
  }
  std::string& line = frames_.back().line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ' && line.back() != '\n') {
      line += ' ';
    }
  }
}

void DocumentText::end_line() {
  std::string& line = frames_.back().line;
  while (line.ends_with(' ')) line.pop_back();
  if (!line.empty() && !muted_) line += '\n';
}

void DocumentText::text_apart(std::string_view words) {
  text(" ");
  text(words);
  text(" ");
}

void DocumentText::add_frame(Frame frame, std::string_view text) {
  begin(frame);
  add_paragraph(text);
  end(frame);
}

void DocumentText::add_paragraph(std::string_view text) {
  begin_paragraph();
  this->text(text);
  end_paragraph();
}

void DocumentText::add(std::string&& lines) {
  Open& open = frames_.back();
  append(open.in_paragraph ? open.after : open.out, std::move(lines));
}

void DocumentText::join_initial_box() {
  Open& box = frames_.back();
  if (frames_.size() < 2 || box.frame != Frame::box) return;
  end_paragraph();
  const std::string_view letter = trim(box.out);
  if (!is_initial(letter)) return;
  frames_[frames_.size() - 2].line.insert(0, letter);
  box.out.clear();
}

void DocumentText::join_initial_paragraph() {
  Open& open = frames_.back();
  const std::string_view letter = trim(open.line);
  if (!is_initial(letter)) return;
  open.initial = letter;
  open.line.clear();
}

void DocumentText::join_framed_letter() {
  if (is_letter(trim(frames_.back().line))) join_initial_paragraph();
}

void DocumentText::close() {
  if (!frames_.back().initial.empty()) begin_paragraph();
  end_paragraph();
  Open closed = std::move(frames_.back());
  frames_.pop_back();
  if (closed.frame == Frame::part) return append(parts_[part_], std::move(closed.out));
  if (closed.frame == Frame::aside) return append(asides_[part_], std::move(closed.out));
  if (closed.frame == Frame::row) {
    append(closed.out, row_of(closed.cells));
  } else if (closed.frame == Frame::cell && frames_.back().frame == Frame::row) {
    frames_.back().cells.push_back(std::move(closed.out));
    return;
  }
  add(std::move(closed.out));
}

void DocumentText::set_mark_later(std::size_t key) {
  set_mark(kKeySign + std::to_string(key) + kKeySign);
}

std::string DocumentText::take(const MarkOfKey& mark) {
  begin_part(0);
  std::string text;
  for (std::map<int, std::string>* const parts : {&parts_, &asides_}) {
    for (auto& [number, part] : *parts) append(text, std::exchange(part, {}));
  }
  if (mark) text = with_marks(text, mark);
  return clean_text(std::move(text));
}

std::map<int, DocumentText::Part> DocumentText::take_parts(const MarkOfKey& mark) {
  begin_part(0);
  const auto marked = [&](std::string& part) {
    std::string text = std::exchange(part, {});
    return clean_text(mark ? with_marks(text, mark) : std::move(text));
  };
  std::map<int, Part> taken;
  for (auto& [number, part] : parts_) taken[number].text = marked(part);
  for (auto& [number, part] : asides_) taken[number].asides = marked(part);
  return taken;
}

}  // namespace gisa
