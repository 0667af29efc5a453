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
// those that are attached to its pages. Returns the name of the last of those that are too much to
// read; empty if all were.
std::string read_pdf_files(const poppler::document& document, std::string_view pdf,
                           const std::function<void(const PdfFile&)>& take);

}  // namespace gisa
