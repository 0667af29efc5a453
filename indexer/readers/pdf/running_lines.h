#pragma once

#include <string>
#include <vector>

#include "indexer/readers/pdf/lines.h"

namespace gisa {

// Takes out of the pages of a document what stands at the top or bottom of at least three, and of
// most, whatever its numbers: headers and footers; and the numbers of pages. Returns each header
// and footer once, as it first stood.
std::vector<std::string> take_running_lines(std::vector<PdfLines>& pages);

}  // namespace gisa
