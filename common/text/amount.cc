#include "common/text/amount.h"

#include "common/text/ascii.h"

namespace gisa {

bool goes_on_behind_scale(std::u32string_view written, std::size_t at) {
  if (at < 2 || at >= written.size()) return false;
  const char32_t scale = written[at - 1];
  const char32_t before = written[at - 2];
  if (!is_scale(scale) || !(is_ascii_digit(before) || is_scale(before))) return false;
  std::size_t end = at;
  while (end < written.size() && is_ascii_digit(written[end])) ++end;
  if (end == at) return false;
  return scale != U'조' || (end < written.size() && is_scale(written[end]));
}

}  // namespace gisa
