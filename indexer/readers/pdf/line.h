#pragma once

#include <string>

namespace gisa {

// A line as it stands on a page, in tenths of a point. Cells of a row are parted by " | ".
struct PdfLine {
  std::string text;
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  int column_end = 0;          // where the lines of its column end, if that is known
  bool begins_column = false;  // goes on where the column before it ended

  int height() const { return bottom - top; }
};

}  // namespace gisa
