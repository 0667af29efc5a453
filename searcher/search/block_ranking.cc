#include "searcher/search/block_ranking.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/rank/features.h"

namespace gisa {

namespace {

bool ranks_before(const ScoredPassage& a, const ScoredPassage& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.article_id() != b.article_id()) return a.article_id() < b.article_id();
  return a.text.stored.number < b.text.stored.number;
}

void sort(Ageing::Block& block) {
  std::sort(block.begin(), block.end(),
            [](const auto& a, const auto& b) { return ranks_before(*a, *b); });
}

// Lets every passage of a block know which others are of its article.
void introduce_siblings(Ageing::Block& block) {
  std::unordered_map<std::string_view, std::vector<const Evidence*>> articles;
  for (const auto& ranked : block) articles[ranked->article_id()].push_back(&ranked->evidence);
  for (const auto& ranked : block) {
    for (const Evidence* other : articles[ranked->article_id()]) {
      if (other != &ranked->evidence) ranked->evidence.siblings.push_back(other);
    }
  }
}

void score(ScoredPassage& ranked, bool explain) {
  for (const Feature& feature : features()) {
    const double value = feature.value(ranked.evidence);
    ranked.score += feature.weight * value;
    if (explain) ranked.features.push_back({std::string(feature.name), value, feature.weight});
  }
}

}  // namespace

void rank_block(Ageing::Block& block, Ageing& ageing, bool explain) {
  introduce_siblings(block);
  for (const auto& ranked : block) score(*ranked, explain);
  sort(block);
  if (ageing.lower_scores(block)) sort(block);
}

}  // namespace gisa
