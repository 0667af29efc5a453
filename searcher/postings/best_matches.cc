#include "searcher/postings/best_matches.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gisa {

namespace {

bool is_better(const Match& a, const Match& b) {
  return a.score != b.score ? a.score > b.score : a.id < b.id;
}

}  // namespace

double rounded_score(double score) { return std::round(score / kScoreUnit) * kScoreUnit; }

void BestMatches::offer(const Match& match) {
  if (heap_.size() == wanted_) {
    if (!is_better(match, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), is_better);
    heap_.pop_back();
  }
  heap_.push_back(match);
  std::push_heap(heap_.begin(), heap_.end(), is_better);
}

std::vector<Match> BestMatches::take() && {
  std::sort(heap_.begin(), heap_.end(), is_better);
  return std::move(heap_);
}

}  // namespace gisa
