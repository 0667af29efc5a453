#pragma once

#include <functional>
#include <string_view>

#include "indexer/readers/pdf/page.h"

namespace gisa {

// Shows `take` each page of the document that `bytes` are, in order, as poppler reads it, then
// `take_file` the files that lie in it, and returns what there is to say of the whole. `bytes` are
// 2 GB at most. One thread at a time.
PdfAbout read_pdf_pages(std::string_view bytes, const std::function<void(const PdfPage&)>& take,
                        const std::function<void(const PdfFile&)>& take_file);

// Has poppler load what it reads at its first document, so that nothing of it is read later.
void load_poppler();

}  // namespace gisa
