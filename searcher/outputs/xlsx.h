#pragma once

#include <ostream>
#include <vector>

#include "gisa/note.h"
#include "searcher/outputs/output.h"

namespace gisa {

// A workbook whose one sheet has the rows and columns of --format csv. A text that is too long for
// a cell goes on in columns of its own at the right; the notes say which columns have such texts.
// Throws Error (output, or usage where what writes workbooks is not installed).
std::vector<Note> write_xlsx(std::ostream& out, const Answer& answer, const OutputStyle& style);

// True if what writes workbooks is installed.
bool can_write_xlsx();

}  // namespace gisa
