#include "searcher/result/duplicate_groups.h"

#include "common/analysis/minhash.h"

namespace gisa {

std::string_view DuplicateGroups::sketch_of(std::size_t group) const {
  return std::string_view(sketches_).substr(group * kSketchBytes, kSketchBytes);
}

std::optional<std::size_t> DuplicateGroups::find(std::string_view sketch) const {
  for (std::size_t group = 0; group < hits_.size(); ++group) {
    if (near_duplicates(sketch, sketch_of(group))) return hits_[group];
  }
  return std::nullopt;
}

std::vector<std::size_t> DuplicateGroups::find_all(std::string_view sketch) const {
  std::vector<std::size_t> hits;
  for (std::size_t group = 0; group < hits_.size(); ++group) {
    if (near_duplicates(sketch, sketch_of(group))) hits.push_back(hits_[group]);
  }
  return hits;
}

void DuplicateGroups::add(std::string_view sketch, std::size_t hit) {
  if (sketch.size() != kSketchBytes) return;  // too short to compare
  sketches_ += sketch;
  hits_.push_back(hit);
}

}  // namespace gisa
