#include "indexer/readers/members.h"

#include <fmt/format.h>

#include <utility>

namespace gisa {

std::string Members::place_of(std::string name) {
  if (const int before = names_[name]++; before > 0) name += fmt::format(" ({})", before + 1);
  return input_.name + "/" + name;
}

void Members::open(const std::string& name, std::string_view bytes) {
  if (!input_.open) return;
  ByteStream stream([&] { return std::exchange(bytes, {}); });
  input_.open(place_of(name), stream);
}

}  // namespace gisa
