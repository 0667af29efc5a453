#pragma once

#include <string>
#include <vector>

#include "gisa/note.h"

namespace gisa {

// The note as a person reads it: `did you mean: 알리바바` for a suggestion.
std::string line_of(const Note& note);

// Appends the note unless it is there.
void add_note(std::vector<Note>& notes, NoteKind kind, std::string text, std::string query = {});

// Appends those of `more` that are not there.
void add_notes(std::vector<Note>& notes, const std::vector<Note>& more);

}  // namespace gisa
