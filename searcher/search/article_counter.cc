#include "searcher/search/article_counter.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "common/database/schema.h"
#include "searcher/match/candidates.h"

namespace gisa {

namespace {

bool are_dates(const std::vector<std::string>& facets) {
  constexpr std::string_view kByDate[] = {"year", "month", "week", "day"};
  return std::all_of(facets.begin(), facets.end(), [&](const auto& facet) {
    return std::find(std::begin(kByDate), std::end(kByDate), facet) != std::end(kByDate);
  });
}

}  // namespace

ArticleCounter::ArticleCounter(Database& database, const SearchOptions& options,
                               PassageReader& reader, HitCollector& kept)
    : database_(database), options_(options), reader_(reader), kept_(kept) {}

bool ArticleCounter::count(Xapian::docid id) {
  const std::optional<Article> article = reader_.article_of_hit(id);
  if (article) kept_.count(*article);
  return article.has_value();
}

void ArticleCounter::count_all(const std::vector<Xapian::docid>& ids) {
  const std::vector<std::string> keys = values_of(database_, ids, schema::kArticleKeySlot);
  if (keys.empty()) {
    for (const Xapian::docid id : ids) count(id);
    return;
  }
  std::unordered_set<std::string> counted = kept_keys();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.count(keys[i]) == 0 && count(ids[i])) counted.insert(keys[i]);
  }
}

std::size_t ArticleCounter::count_by_index(const std::vector<Xapian::docid>& ids) {
  const std::vector<std::string> keys = values_of(database_, ids, schema::kArticleKeySlot);
  const bool by_date = !options_.facets.empty() && are_dates(options_.facets);
  const std::vector<std::string> dates =
      by_date ? values_of(database_, ids, schema::kDateSlot) : std::vector<std::string>();
  std::unordered_set<std::string> counted = kept_keys();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.count(keys[i]) > 0) continue;
    if (by_date) {
      count_date(keys[i], dates[i]);
    } else if (!options_.facets.empty()) {
      const std::optional<StoredPassage> passage = reader_.stored(ids[i]);
      if (!passage) continue;
      kept_.count(passage->article);
    }
    counted.insert(keys[i]);
  }
  return counted.size();
}

// Of the articles that are counted already.
std::unordered_set<std::string> ArticleCounter::kept_keys() const {
  std::unordered_set<std::string> keys;
  for (const std::string_view id : kept_.article_ids()) keys.insert(schema::article_key(id));
  return keys;
}

// The article with that key, by its date: digits, as in the index.
void ArticleCounter::count_date(const std::string& key, const std::string& digits) {
  reader_.check_time();
  Article article;
  article.id = key;
  article.date = digits.substr(0, 4);
  for (std::size_t at = 4; at < std::min<std::size_t>(digits.size(), 8); at += 2) {
    article.date.append("-").append(digits, at, 2);
  }
  kept_.count(article);
}

}  // namespace gisa
