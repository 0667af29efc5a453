#pragma once

#include <vector>

#include "indexer/readers/pdf/page.h"

namespace gisa {

// Words that are set downwards, a letter below the other, in one piece where their first letter
// stands: three letters or more that nothing stands right beside, as those of a label in front of
// rows. Letters that have words on their lines, and room between them, are cells of a table, and
// stay.
void join_standing_words(std::vector<PdfWord>& words);

}  // namespace gisa
