#pragma once

#include <span>
#include <string_view>

namespace gisa {

// A file of the page, which is part of the program.
struct Asset {
  std::string_view path;  // as it is asked for
  std::string_view type;  // of the content
  std::string_view bytes;
};

std::span<const Asset> assets();

}  // namespace gisa
