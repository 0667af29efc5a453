#pragma once

#include <string>
#include <vector>

#include "indexer/readers/pdf/lines.h"

namespace gisa {

// The text of a document's pages, a paragraph a line; each page behind the first begins with a form
// feed (indexer/document/paged_body.h). Lines are put together while a paragraph goes on: the line
// is full, so that the next word had no room, the next line is as high and near, begins no item,
// and no sentence ends between them.
//
// Korean may be broken within a word (중도매⏎인들은). Then no blank is put there. A word goes on if
// what follows cannot begin one (를, 에서, 했다); else if the document has a word that begins so,
// and not if it has the part before the break alone. Else it goes on where the document breaks
// words at all, as it does if some lines begin so that they cannot begin a word, unless the part
// before the break ends as words do.
std::string text_of(const std::vector<PdfLines>& pages);

}  // namespace gisa
