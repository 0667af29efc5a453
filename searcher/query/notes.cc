#include "searcher/query/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace gisa {

std::string_view to_string(NoteKind kind) {
  constexpr std::array<std::string_view, 9> kNames = {"ignored",   "limited",   "expanded",
                                                      "corrected", "suggested", "empty",
                                                      "partial",   "damaged",   "hint"};
  return kNames[static_cast<std::size_t>(kind)];
}

void add_note(std::vector<Note>& notes, NoteKind kind, std::string text) {
  Note note{kind, std::move(text), {}};
  if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
}

void add_damaged_note(std::vector<Note>& notes, std::uint32_t first, std::size_t count) {
  if (count == 0) return;
  add_note(notes, NoteKind::damaged,
           fmt::format("damaged and left out: passage {}{}; gisa-index --check says more", first,
                       count == 1 ? "" : fmt::format(" and {} more", count - 1)));
}

std::string abbreviated(std::string_view part) {
  constexpr std::size_t kMostBytes = 120;
  const std::string_view shown = cut_to_bytes(part, kMostBytes);
  return std::string(shown) + (shown.size() < part.size() ? "…" : "");
}

void add_notes(std::vector<Note>& notes, const std::vector<Note>& more) {
  for (const Note& note : more) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
}

}  // namespace gisa
