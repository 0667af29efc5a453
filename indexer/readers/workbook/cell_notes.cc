#include "indexer/readers/workbook/cell_notes.h"

#include <algorithm>
#include <tuple>

#include "common/text/path.h"
#include "common/text/utf8.h"
#include "common/text/workbook_cell.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/relations.h"
#include "indexer/readers/workbook/cell_reference.h"

namespace gisa {

namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;
constexpr std::size_t kHead = 64;  // bytes beside the text of a note
constexpr std::size_t kMostParts = 10'000;

void add_line(std::string& lines, std::string_view line) {
  if (!lines.empty() && !line.empty()) lines += '\n';
  lines += line;
}

// A part with notes: of comments with the names of their authors, of threads with the numbers of
// persons.
class NotesPart : public XmlEvents {
 public:
  explicit NotesPart(std::size_t room) : room_(room) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view element = local_name(name);
    is_thread_ = is_thread_ || element == "threadedComment";
    if (element == "comment" || element == "threadedComment") {
      const auto cell = cell_reference(value_of(attributes, "ref"));
      note_ = {};
      if (cell) std::tie(note_.row, note_.column) = std::tie(cell->row, cell->column);
      note_.author = value_of(attributes, is_thread_ ? "personId" : "authorId");
    }
    if (element == "rPh") in_reading_ = true;
    in_author_ = element == "author";
    if (in_author_ && take_room(kHead)) authors_.emplace_back();
    in_text_ = !in_reading_ && element == (is_thread_ ? "text" : "t");
  }

  void end(std::string_view name) override {
    const std::string_view element = local_name(name);
    in_text_ = in_author_ = false;
    if (element == "rPh") in_reading_ = false;
    if ((element == "comment" || element == "threadedComment") && take_room(kHead)) {
      notes_.push_back(std::exchange(note_, {}));
    }
  }

  void text(std::string_view text) override {
    if ((!in_text_ && !in_author_) || !take_room(text.size())) return;
    if (in_text_) note_.text += text;
    if (in_author_ && !authors_.empty()) authors_.back() += text;
  }

  std::vector<CellNotes::Note> take_notes() {
    for (CellNotes::Note& note : notes_) {
      if (!is_thread_) note.author = author(note.author);
      note.text = unescaped_cell(std::move(note.text));
    }
    return std::move(notes_);
  }

  std::size_t room() const { return room_; }
  bool is_cut() const { return is_cut_; }

 private:
  std::string author(std::string_view number) const {
    const std::size_t at = number_of(number, 0, kMostBytes);
    return at < authors_.size() ? authors_[at] : std::string();
  }

  bool take_room(std::size_t bytes) {
    is_cut_ = is_cut_ || bytes > room_;
    if (!is_cut_) room_ -= bytes;
    return !is_cut_;
  }

  std::size_t room_;
  std::vector<CellNotes::Note> notes_;
  std::vector<std::string> authors_;
  CellNotes::Note note_;  // under way
  bool is_thread_ = false;
  bool in_author_ = false;
  bool in_text_ = false;
  bool in_reading_ = false;
  bool is_cut_ = false;
};

// xl/persons/person.xml
class Persons : public XmlEvents {
 public:
  explicit Persons(CellNotes::Names& names) : names_(names) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (local_name(name) != "person" || names_.size() == kMostParts) return;
    names_.emplace(value_of(attributes, "id"), value_of(attributes, "displayName"));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  CellNotes::Names& names_;
};

}  // namespace

std::string written_note(std::string_view author, std::string_view text) {
  author = trim(author);
  text = trim(text);
  if (author.empty() || text.empty()) return std::string(text);
  // Excel begins a note with the name itself.
  if (text.starts_with(author) && text.substr(author.size()).starts_with(':')) {
    text = trim(text.substr(author.size() + 1));
  }
  return std::string(author).append(": ").append(text);
}

void CellNotes::take(DocumentZip& zip) {
  const std::string_view name = zip.name();
  constexpr std::string_view kRelations = "xl/worksheets/_rels/";
  constexpr std::string_view kEnd = ".rels";
  if (name.starts_with("xl/comments")) {
    keep(zip, notes_);
  } else if (name.starts_with("xl/threadedComments/")) {
    keep(zip, threads_);
  } else if (name.starts_with("xl/persons/")) {
    Persons persons(persons_);
    zip.parse(persons);
  } else if (name.starts_with(kRelations) && name.ends_with(kEnd) &&
             parts_of_.size() < kMostParts) {
    // As xl/worksheets/_rels/sheet1.xml.rels has them.
    const std::string_view sheet = last_step(name.substr(0, name.size() - kEnd.size()));
    std::vector<std::string>& parts = parts_of_[std::string(sheet)];
    for (const Relation& relation : relations_in(zip))
      parts.emplace_back(last_step(relation.target));
  }
}

void CellNotes::keep(DocumentZip& zip, Parts& kind) {
  NotesPart part(kMostBytes - bytes_);
  zip.parse(part);
  bytes_ = kMostBytes - part.room();
  is_cut_ = is_cut_ || part.is_cut();
  kind[std::string(last_step(zip.name()))] = part.take_notes();
}

// A thread whose person is not told has a number alone, and so has what older versions show of it.
std::string_view CellNotes::name_of(const std::string& author) const {
  const auto person = persons_.find(author);
  if (person != persons_.end()) return person->second;
  const bool is_number = author.starts_with('{') || author.starts_with("tc={");
  return is_number ? std::string_view() : std::string_view(author);
}

CellNotes::Cells CellNotes::written(const Parts& kind,
                                    const std::vector<std::string>& names) const {
  Cells cells;
  for (const std::string& name : names) {
    const auto part = kind.find(name);
    if (part == kind.end()) continue;
    for (const Note& note : part->second) {
      add_line(cells[{note.row, note.column}], written_note(name_of(note.author), note.text));
    }
  }
  return cells;
}

std::map<std::size_t, std::string> CellNotes::of_sheet(std::string_view sheet) const {
  std::map<std::size_t, std::string> rows;
  const auto names = parts_of_.find(std::string(last_step(sheet)));
  if (names == parts_of_.end()) return rows;
  Cells cells = written(threads_, names->second);
  cells.merge(written(notes_, names->second));  // a thread is also a note, for older versions
  for (const auto& [cell, text] : cells) add_line(rows[cell.first], text);
  return rows;
}

}  // namespace gisa
