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

void report_files_left_out(const ReaderInput& input, std::size_t most_bytes, std::size_t most_files,
                           std::string_view one) {
  input.problems({input.name,
                  fmt::format("holds files of more than {} MB, or more than {}; {} is not read",
                              most_bytes >> 20, most_files, one),
                  false});
}

}  // namespace gisa
