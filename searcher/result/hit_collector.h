#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/rank/scored_passage.h"
#include "searcher/result/duplicate_groups.h"
#include "searcher/result/facet.h"

namespace gisa {

// The hits of a search in their order: of an article so many passages, of a story one article, and
// no more than the caller wants. What is not kept still counts.
class HitCollector {
 public:
  // Both must outlive the object. Throws gisa::Error (usage) for a facet that does not exist.
  HitCollector(const SearchOptions& options, ScoredPassagePool& spare);
  ~HitCollector();
  HitCollector(const HitCollector&) = delete;
  HitCollector& operator=(const HitCollector&) = delete;

  // The next one, which comes behind all before it.
  void keep(std::unique_ptr<ScoredPassage> ranked);

  // Of one that nobody will see.
  void count(const Article& article) { meet(article); }

  // From here on none has a higher score than the last one.
  void lower_ceiling();

  std::size_t size() const { return kept_.size(); }
  bool are_enough() const { return kept_.size() >= wanted_; }
  std::size_t articles() const { return articles_.size(); }
  std::vector<Facet> facets() const { return facets_.facets(); }

  ScoredPassage& at(std::size_t hit) { return *kept_.at(hit); }

  // Of the story of a hit, from articles that come behind it. To be asked once.
  std::vector<Article> take_copies(std::size_t hit);

 private:
  // What became of an article whose passages are hits.
  struct Met {
    std::size_t passages = 0;  // kept
    bool folded = false;       // into a hit that it is a copy of
  };

  std::pair<Met&, bool> meet(const Article& article);
  bool fold(ScoredPassage& ranked);

  const SearchOptions& options_;
  ScoredPassagePool& spare_;
  const std::size_t wanted_;  // hits up to the last one to return
  std::vector<std::unique_ptr<ScoredPassage>> kept_;
  std::unordered_map<std::string, Met> articles_;                 // by id
  DuplicateGroups stories_;                                       // of kept_
  std::unordered_map<std::size_t, std::vector<Article>> copies_;  // by hit
  FacetCounts facets_;
  double ceiling_ = 1e300;
};

}  // namespace gisa
