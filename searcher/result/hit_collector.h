#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/rank/scored_passage.h"
#include "searcher/result/duplicate_groups.h"
#include "searcher/result/facet.h"

namespace gisa {

// Collects hits in rank order: at most `per_article` passages of an article, one article of a group
// of near-duplicates, and no more than offset + limit hits. Those beyond are still counted.
class HitCollector {
 public:
  // Both must outlive the object. Throws gisa::Error (usage) for a facet that does not exist.
  HitCollector(const SearchOptions& options, ScoredPassagePool& spare);
  ~HitCollector();
  HitCollector(const HitCollector&) = delete;
  HitCollector& operator=(const HitCollector&) = delete;

  // The next one, which comes behind all before it.
  void keep(std::unique_ptr<ScoredPassage> ranked);

  // Puts an article that is no hit below those kept so far that it is a copy of.
  void add_copy(const StoredPassage& passage);

  // Counts an article whose hits, whole ones, are not kept.
  void count(const Article& article) { see(article, true); }

  // Counts articles in a facet alone; how many there are, the caller knows.
  void count(const Facet& facet) { facets_.add(facet); }

  // From here on none has a higher score than the last one.
  void lower_ceiling();

  std::size_t size() const { return kept_.size(); }
  bool are_enough() const { return kept_.size() >= wanted_; }

  // Those of which a passage has all that was asked for, not only parts of a word; if `pieces`, the
  // others, too.
  std::size_t articles(bool pieces) const { return pieces ? articles_.size() : whole_articles_; }

  std::vector<Facet> facets() const { return facets_.facets(); }

  // The ids of articles(pieces).
  std::vector<std::string_view> article_ids(bool pieces) const;

  // A hit that was not let go.
  ScoredPassage& at(std::size_t hit) { return *kept_.at(hit); }

  // Gives back what a hit was ranked by: its folded text takes ten times the room of the text.
  void let_go(std::size_t hit) { spare_.give_back(std::move(kept_.at(hit))); }

  // The near-duplicates of a hit that came behind it. Moves them out: the second call for a hit is
  // empty.
  std::vector<Article> take_copies(std::size_t hit);

 private:
  // What became of an article whose passages are hits.
  struct Seen {
    std::size_t passages = 0;  // kept
    bool folded = false;       // into a hit that it is a copy of
    bool whole = false;        // a passage is no ScoredPassage::in_pieces
  };

  std::pair<Seen&, bool> see(const Article& article, bool whole);
  bool fold(ScoredPassage& ranked);

  const SearchOptions& options_;
  ScoredPassagePool& spare_;
  const std::size_t wanted_;  // hits up to the last one to return
  std::vector<std::unique_ptr<ScoredPassage>> kept_;
  std::unordered_map<std::string, Seen> articles_;  // by id
  std::size_t whole_articles_ = 0;
  DuplicateGroups groups_;                                        // of kept_
  std::unordered_map<std::size_t, std::vector<Article>> copies_;  // by hit
  FacetCounts facets_;
  double last_score_ = 1e300;
  double ceiling_ = 1e300;
};

}  // namespace gisa
