#include "searcher/outputs/bar.h"

#include <algorithm>
#include <string_view>

namespace gisa {

std::string bar(std::size_t count, std::size_t most, std::size_t longest) {
  constexpr std::string_view kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) return {};
  const std::size_t eighths = std::max<std::size_t>(1, count * longest * 8 / most);
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out.append(kParts[eighths % 8]);
}

}  // namespace gisa
