#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/pdf/page.h"

namespace gisa {

// A line as it stands on a page, in tenths of a point. Cells of a row are parted by " | ".
struct PdfLine {
  std::string text;
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int height() const { return bottom - top; }
};

struct PdfLines {
  int page_height = 0;
  std::vector<PdfLine> lines;  // as they are read
};

// The words of a page put together: words side by side are a line, with a blank where the page has
// one. Text is valid UTF-8 in NFC without invisible characters.
PdfLines lines_of(const PdfPage& page);

// True if the text of a page is no text: its fonts do not say which characters their signs are. By
// the share of characters for private use, without a meaning, or of scripts that no Korean document
// is in; where there is no Hangul, Chinese or
// Japanese, of signs, and of Latin letters without vowels.
bool is_garbled(std::string_view text);

}  // namespace gisa
