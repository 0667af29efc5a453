#include "searcher/result/duplicate_groups.h"

#include <algorithm>

#include "common/analysis/minhash.h"

namespace gisa {

std::optional<std::size_t> DuplicateGroups::find(std::string_view sketch) const {
  const auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& other) {
    return near_duplicates(sketch, other.sketch);
  });
  return group == groups_.end() ? std::nullopt : std::optional(group->hit);
}

std::vector<std::size_t> DuplicateGroups::find_all(std::string_view sketch) const {
  std::vector<std::size_t> hits;
  for (const Group& group : groups_) {
    if (near_duplicates(sketch, group.sketch)) hits.push_back(group.hit);
  }
  return hits;
}

void DuplicateGroups::add(std::string_view sketch, std::size_t hit) {
  if (!sketch.empty()) groups_.push_back({std::string(sketch), hit});
}

}  // namespace gisa
