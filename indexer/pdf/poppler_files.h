#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/pdf/page.h"

namespace poppler {
class document;
}

namespace gisa {

// Shows `take` the files that lie in `document`, whose bytes are `pdf`: those of the document, then
// those that are attached to its pages. Fills in `about` what notes beside its pages say, and the
// name of the last of the files that are too much to read.
void read_beside_pages(const poppler::document& document, std::string_view pdf,
                       const std::function<void(const PdfFile&)>& take, PdfAbout& about);

}  // namespace gisa
