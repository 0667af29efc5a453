#include "searcher/result/hit_collector.h"

#include <algorithm>
#include <cstdint>

namespace gisa {

HitCollector::HitCollector(const SearchOptions& options, ScoredPassagePool& spare)
    : options_(options),
      spare_(spare),
      wanted_(options.offset + std::min(options.limit, SIZE_MAX - options.offset)),
      facets_(options.facets) {}

HitCollector::~HitCollector() {
  for (auto& ranked : kept_) {
    if (ranked) spare_.give_back(std::move(ranked));
  }
}

void HitCollector::keep(std::unique_ptr<ScoredPassage> ranked) {
  const auto [article, is_new] = see(ranked->text.stored.article, !ranked->in_pieces);
  if (is_new && options_.fold) article.folded = fold(*ranked);
  const bool has_its_share = options_.per_article != 0 && article.passages >= options_.per_article;
  if (article.folded || has_its_share) return spare_.give_back(std::move(ranked));
  ++article.passages;
  if (are_enough()) return spare_.give_back(std::move(ranked));  // only counted
  if (is_new) groups_.add(ranked->text.stored.minhash, kept_.size());
  if (ranked->score > ceiling_) {
    if (options_.explain) ranked->features.push_back({"block", ceiling_ - ranked->score, 1});
    ranked->score = ceiling_;
  }
  last_score_ = ranked->score;
  kept_.push_back(std::move(ranked));
}

void HitCollector::add_copy(const StoredPassage& passage) {
  for (const std::size_t hit : groups_.find_all(passage.minhash)) {
    copies_[hit].push_back(passage.article);
  }
}

void HitCollector::lower_ceiling() { ceiling_ = std::min(ceiling_, last_score_); }

std::vector<Article> HitCollector::take_copies(std::size_t hit) {
  const auto copies = copies_.find(hit);
  return copies == copies_.end() ? std::vector<Article>() : std::move(copies->second);
}

std::vector<std::string_view> HitCollector::article_ids(bool pieces) const {
  std::vector<std::string_view> ids;
  for (const auto& [id, seen] : articles_) {
    if (pieces || seen.whole) ids.push_back(id);
  }
  return ids;
}

// What is known of an article that has a hit, and whether this is its first one, which counts it.
std::pair<HitCollector::Seen&, bool> HitCollector::see(const Article& article, bool whole) {
  const auto [known, is_new] = articles_.try_emplace(article.id);
  if (is_new) facets_.add(article);
  if (whole && !known->second.whole) ++whole_articles_;
  known->second.whole = known->second.whole || whole;
  return {known->second, is_new};
}

// False if it is no copy of what was kept.
bool HitCollector::fold(ScoredPassage& ranked) {
  const auto story = groups_.find(ranked.text.stored.minhash);
  if (story) copies_[*story].push_back(std::move(ranked.text.stored.article));
  return story.has_value();
}

}  // namespace gisa
