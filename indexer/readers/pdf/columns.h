#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/pdf/line.h"

namespace gisa {

// What stands on one height of a page: pieces that gaps part of more than half a line's height, as
// between words that are set far apart, cells and columns.
struct PdfRow {
  struct Piece {
    PdfLine line;
    std::string_view before;  // what parts it from the one before, if they are one line
  };
  std::vector<Piece> pieces;  // from the left
};

// The lines of a page in the order in which people read them: two columns one behind the other, the
// lines of a cell one below the other. Elsewhere a row is a line.
std::vector<PdfLine> lines_in_order(std::vector<PdfRow> rows);

}  // namespace gisa
