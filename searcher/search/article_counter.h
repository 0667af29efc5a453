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

  // The same of many (ascending). One hit counts an article: its other passages are not read.
  void count_all(const std::vector<Xapian::docid>& ids);

  // Counts the articles of passages (ascending) that are hits by the index alone, without reading
  // text. How many
  // articles there are, with those that the collector had.
  std::size_t count_by_index(const std::vector<Xapian::docid>& ids);

 private:
  // Articles by the hashes of their ids.
  using Articles = std::unordered_set<std::uint64_t>;

  Articles counted() const;
  void count_facets(const std::vector<Xapian::docid>& passages);
  Facet read_facet(const std::string& name, const std::vector<Xapian::docid>& passages);

  Database& database_;
  const SearchOptions& options_;
  PassageReader& reader_;
  HitCollector& kept_;
};

}  // namespace gisa
