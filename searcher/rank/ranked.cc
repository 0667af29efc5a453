#include "searcher/rank/ranked.h"

#include <utility>

namespace gisa {

namespace {

constexpr std::size_t kMostSpare = 128;

}  // namespace

std::unique_ptr<Ranked> SpareRanked::take() {
  if (spare_.empty()) return std::make_unique<Ranked>();
  std::unique_ptr<Ranked> ranked = std::move(spare_.back());
  spare_.pop_back();
  return ranked;
}

void SpareRanked::give_back(std::unique_ptr<Ranked> ranked) {
  if (spare_.size() == kMostSpare) return;
  ranked->score = 0;
  ranked->features.clear();
  spare_.push_back(std::move(ranked));
}

}  // namespace gisa
