#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The groups of near-duplicates among the hits of a search, each named by its first hit.
class DuplicateGroups {
 public:
  // The first hit of the group that an article with this sketch (MinHasher) belongs to.
  std::optional<std::size_t> find(std::string_view sketch) const;

  // The first hits of all groups that it would belong to.
  std::vector<std::size_t> find_all(std::string_view sketch) const;

  // Begins a group with `hit`.
  void add(std::string_view sketch, std::size_t hit);

 private:
  std::string_view sketch_of(std::size_t group) const;

  std::string sketches_;           // of all groups, side by side: a long list compares many
  std::vector<std::size_t> hits_;  // by group
};

}  // namespace gisa
