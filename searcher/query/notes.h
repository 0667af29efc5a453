#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/note.h"

namespace gisa {

// Appends the note unless it is there.
void add_note(std::vector<Note>& notes, NoteKind kind, std::string text);

// A part of the query as a note tells it: of a long one the beginning.
std::string abbreviated(std::string_view part);

// Appends those of `more` that are not there.
void add_notes(std::vector<Note>& notes, const std::vector<Note>& more);

}  // namespace gisa
