#pragma once

#include <vector>

#include "indexer/readers/pdf/page.h"

namespace gisa {

// Between digits and Hangul programs set a gap where none is written, narrower than a blank: `5 만
// 톤` is 5만 톤. For each word of a page whether such a gap parts it from the digits before. Blanks
// beside Latin letters may be as narrow, as they are of another font.
std::vector<bool> gaps_of_programs(const std::vector<PdfWord>& words);

}  // namespace gisa
