#include "searcher/mcp/budget.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace gisa::mcp {

std::string chars_of(std::string_view text, std::size_t from, std::size_t most) {
  std::size_t at = 0;
  const auto pass = [&](std::size_t chars) {
    for (; chars > 0 && at < text.size(); --chars) at += decode_char(text, at).length;
    return at;
  };
  const std::size_t begin = pass(from);
  return std::string(text.substr(begin, pass(most) - begin));
}

bool Budget::admits(std::string_view text) {
  if (left_out_ > 0 || count_chars(text) > left_) {
    ++left_out_;
    return false;
  }
  take(text);
  return true;
}

void Budget::take(std::string_view text) { left_ -= std::min(left_, count_chars(text)); }

std::string Budget::cut(std::string text) const {
  if (count_chars(text) <= left_) return text;
  return chars_of(text, 0, left_) + "…";
}

}  // namespace gisa::mcp
