#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/pdf/line.h"
#include "indexer/readers/pdf/page.h"

namespace gisa {

struct PdfLines {
  int page_height = 0;
  std::vector<PdfLine> lines;  // as they are read
};

// The words of a page put together: words side by side are a line, with a blank where the page has
// one. Text is valid UTF-8 in NFC without invisible characters.
PdfLines lines_of(const PdfPage& page);

// True if the text of a page is no text: its fonts do not say which characters their signs are. By
// the share of characters for private use, without a meaning, or of several scripts that no Korean
// document is in, or of one that is written from the right; where there is no Hangul, Chinese or
// Japanese, of signs, and of Latin letters without vowels.
bool is_garbled(std::string_view text);

}  // namespace gisa
