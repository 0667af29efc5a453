#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gisa {

// Where a request goes: /search?q=%EA%B8%88%EB%A6%AC&limit=5
struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> parameters;  // decoded, in their order
};

// Nothing if `target` is not well written.
std::optional<Target> parse_target(std::string_view target);

}  // namespace gisa
