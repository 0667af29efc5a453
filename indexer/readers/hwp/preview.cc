#include "indexer/readers/hwp/preview.h"

#include <algorithm>

#include "common/text/cell_border.h"
#include "common/text/utf8.h"
#include "indexer/readers/hwp/paragraph_text.h"

namespace gisa {

namespace {

// <담당 부서><교통과> as 담당 부서 | 교통과
std::string without_borders(std::string_view line) {
  if (!line.starts_with('<') || !line.ends_with('>')) return std::string(line);
  std::string out;
  line = line.substr(1, line.size() - 2);
  for (std::size_t border = line.find("><"); border != line.npos; border = line.find("><")) {
    out.append(line.substr(0, border)).append(kCellBorder);
    line.remove_prefix(border + 2);
  }
  return out.append(line);
}

}  // namespace

std::string preview_text(std::string_view utf16) {
  std::string text;
  const std::string lines = paragraph_text(utf16);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t newline = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = trim(std::string_view(lines).substr(at, newline - at));
    if (!line.empty()) text.append(without_borders(line)) += '\n';
    at = newline + 1;
  }
  return text;
}

}  // namespace gisa
