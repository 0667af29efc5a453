#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/note.h"

namespace gisa {

// Appends the note unless it is there.
void add_note(std::vector<Note>& notes, NoteKind kind, std::string text);

// Says that passages are damaged and were left out: so many, among them the number `first`. Nothing
// for none.
void add_damaged_note(std::vector<Note>& notes, std::uint32_t first, std::size_t count);

// A part of the query as a note shows it: of a long one the beginning.
std::string abbreviated(std::string_view part);

// Appends those of `more` that are not there.
void add_notes(std::vector<Note>& notes, const std::vector<Note>& more);

}  // namespace gisa
