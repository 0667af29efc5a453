#include "searcher/search/article_counter.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "common/database/schema.h"
#include "searcher/match/candidates.h"
#include "searcher/search/indexed_facet.h"

namespace gisa {

ArticleCounter::ArticleCounter(Database& database, const SearchOptions& options,
                               PassageReader& reader, HitCollector& kept)
    : database_(database), options_(options), reader_(reader), kept_(kept) {}

bool ArticleCounter::count(Xapian::docid id) {
  const std::optional<Article> article = reader_.article_of_hit(id);
  if (article) kept_.count(*article);
  return article.has_value();
}

std::size_t ArticleCounter::count_all(const std::vector<Xapian::docid>& ids,
                                      const std::vector<Xapian::docid>& sure) {
  const std::vector<std::uint64_t> articles = article_hashes_of(database_, ids);
  if (articles.empty()) {
    for (const Xapian::docid id : ids) count(id);
    return 0;
  }
  Articles counted = this->counted();
  const std::vector<Xapian::docid> firsts = first_of_each(ids, articles, sure, counted);
  count_facets(firsts);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.count(articles[i]) == 0 && count(ids[i])) counted.insert(articles[i]);
  }
  return firsts.size();
}

std::vector<Xapian::docid> ArticleCounter::first_of_each(const std::vector<Xapian::docid>& ids,
                                                         const std::vector<std::uint64_t>& articles,
                                                         const std::vector<Xapian::docid>& of,
                                                         Articles& counted) const {
  Articles kept;
  for (const std::string_view id : kept_.article_ids(true)) kept.insert(schema::hash(id));
  std::vector<Xapian::docid> firsts;
  auto next = of.begin();
  for (std::size_t i = 0; i < ids.size() && next != of.end(); ++i) {
    while (next != of.end() && *next < ids[i]) ++next;
    if (next == of.end() || *next != ids[i] || kept.count(articles[i]) > 0) continue;
    if (counted.insert(articles[i]).second) firsts.push_back(ids[i]);
  }
  return firsts;
}

std::size_t ArticleCounter::count_by_index(const std::vector<Xapian::docid>& ids) {
  reader_.check_time();
  const std::vector<std::uint64_t> articles = article_hashes_of(database_, ids);
  Articles counted = this->counted();
  counted.reserve(counted.size() + ids.size());
  std::vector<Xapian::docid> firsts;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.insert(articles[i]).second) firsts.push_back(ids[i]);
  }
  count_facets(firsts);
  return counted.size();
}

void ArticleCounter::count_facets(const std::vector<Xapian::docid>& passages) {
  for (const std::string& name : options_.facets) {
    reader_.check_time();
    std::optional<Facet> facet = indexed_facet(database_, name, passages);
    kept_.count(facet ? *facet : read_facet(name, passages));
  }
}

Facet ArticleCounter::read_facet(const std::string& name,
                                 const std::vector<Xapian::docid>& passages) {
  FacetCounts counts({name});
  for (const Xapian::docid id : passages) {
    if (const std::optional<StoredPassage> passage = reader_.stored(id))
      counts.add(passage->article);
  }
  return std::move(counts.facets().front());
}

ArticleCounter::Articles ArticleCounter::counted() const {
  Articles articles;
  for (const std::string_view id : kept_.article_ids(false)) articles.insert(schema::hash(id));
  return articles;
}

}  // namespace gisa
