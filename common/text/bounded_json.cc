#include "common/text/bounded_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr int kDeepest = 100;

// The most brackets that are open at once, strings passed over.
int depth_of(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

nlohmann::json parse_bounded(std::string_view text) {
  if (depth_of(text) > kDeepest) {
    throw Error(ErrorCode::usage, fmt::format("JSON that is nested more than {} deep", kDeepest),
                "no request needs that");
  }
  return nlohmann::json::parse(text, nullptr, false);
}

}  // namespace gisa
