#include "searcher/result/duplicate_groups.h"

#include <algorithm>

#include "common/analysis/minhash.h"

namespace gisa {

std::optional<std::size_t> DuplicateGroups::find(std::string_view sketch) const {
  const auto story = std::find_if(stories_.begin(), stories_.end(), [&](const Story& other) {
    return near_duplicates(sketch, other.sketch);
  });
  return story == stories_.end() ? std::nullopt : std::optional(story->hit);
}

void DuplicateGroups::add(std::string_view sketch, std::size_t hit) {
  if (!sketch.empty()) stories_.push_back({std::string(sketch), hit});
}

}  // namespace gisa
