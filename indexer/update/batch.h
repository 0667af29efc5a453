#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// Consecutive articles of a change, the unit of analysis.
struct Batch {
  struct Item {
    Article article;
    std::size_t entry = 0;     // which of the change's entries in the manifest it belongs to
    std::string source;        // the path of its file as it is searched; empty for none
    std::uint32_t record = 0;  // in that file; 0 if it holds no other
  };
  std::size_t number = 0;  // batches follow one another by their numbers: 0, 1, 2 ...
  std::vector<Item> items;
};

}  // namespace gisa
