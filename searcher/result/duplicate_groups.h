#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The stories among the hits of a search, each told by the article that ranks first.
class DuplicateGroups {
 public:
  // The hit whose story an article with this sketch (MinHasher) is a copy of.
  std::optional<std::size_t> find(std::string_view sketch) const;

  // Hit `hit` tells a story of its own.
  void add(std::string_view sketch, std::size_t hit);

 private:
  struct Story {
    std::string sketch;
    std::size_t hit;
  };
  std::vector<Story> stories_;
};

}  // namespace gisa
