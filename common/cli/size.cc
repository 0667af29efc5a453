#include "common/cli/size.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string_view>

#include "gisa/error.h"

namespace gisa {

std::size_t parse_size(const std::string& text) {
  static constexpr std::string_view kUnits = "KMGT";
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  const std::size_t power = unit.empty() ? 0 : kUnits.find(unit.front()) + 1;
  const bool known = unit.empty() || (power > 0 && (unit.size() == 1 || unit.substr(1) == "iB"));
  if (error != std::errc() || !known || number > SIZE_MAX >> 10 * power) {
    throw Error(ErrorCode::usage, fmt::format("'{}' is no size", text),
                "write it as in --memory 256M or --memory 2G");
  }
  return number << 10 * power;
}

}  // namespace gisa
