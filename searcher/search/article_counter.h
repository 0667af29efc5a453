#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/result/hit_collector.h"
#include "searcher/search/passage_reader.h"

namespace gisa {

// Counts the articles whose hits are not listed, and their facets, in the collector that has those
// that are. All methods throw gisa::Error: timeout where the query has taken too long, or that the
// database cannot be read.
class ArticleCounter {
 public:
  // All must outlive the object.
  ArticleCounter(Database& database, const SearchOptions& options, PassageReader& reader,
                 HitCollector& kept);

  // Counts the article of a passage if that is a hit, a whole one; true then.
  bool count(Xapian::docid id);

  // The same of many (ascending). One hit counts an article: its other passages are not read. Those
  // of `sure` (ascending) are hits by the index alone. How many articles those counted that the
  // collector has not.
  std::size_t count_all(const std::vector<Xapian::docid>& ids,
                        const std::vector<Xapian::docid>& sure);

  // Counts the articles of passages (ascending) that are hits by the index alone, without reading
  // text. How many articles there are, with those that the collector had.
  std::size_t count_by_index(const std::vector<Xapian::docid>& ids);

 private:
  // Articles by the hashes of their ids.
  using Articles = std::unordered_set<std::uint64_t>;

  Articles counted() const;

  // Of each article that is neither kept nor `counted` yet, the first passage among `of`. `ids` and
  // `of` are ascending. Adds them to `counted`.
  std::vector<Xapian::docid> first_of_each(const std::vector<Xapian::docid>& ids,
                                           const std::vector<std::uint64_t>& articles,
                                           const std::vector<Xapian::docid>& of,
                                           Articles& counted) const;
  void count_facets(const std::vector<Xapian::docid>& passages);
  Facet read_facet(const std::string& name, const std::vector<Xapian::docid>& passages);

  Database& database_;
  const SearchOptions& options_;
  PassageReader& reader_;
  HitCollector& kept_;
};

}  // namespace gisa
