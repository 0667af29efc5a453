#include "searcher/rank/scored_passage.h"

#include <utility>

namespace gisa {

namespace {

constexpr std::size_t kMostSpare = 128;

}  // namespace

std::unique_ptr<ScoredPassage> ScoredPassagePool::take() {
  if (spare_.empty()) return std::make_unique<ScoredPassage>();
  std::unique_ptr<ScoredPassage> ranked = std::move(spare_.back());
  spare_.pop_back();
  return ranked;
}

void ScoredPassagePool::give_back(std::unique_ptr<ScoredPassage> ranked) {
  if (spare_.size() == kMostSpare) return;
  ranked->score = 0;
  ranked->features.clear();
  spare_.push_back(std::move(ranked));
}

}  // namespace gisa
