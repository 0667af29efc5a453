#pragma once

#include <string>
#include <vector>

#include "gisa/note.h"

namespace gisa {

// Appends the note unless it is there.
void add_note(std::vector<Note>& notes, NoteKind kind, std::string text);

// Appends those of `more` that are not there.
void add_notes(std::vector<Note>& notes, const std::vector<Note>& more);

}  // namespace gisa
