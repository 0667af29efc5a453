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

// The digits of a date as the index has them, without those of a time.
std::string_view day_of(std::string_view digits) { return digits.substr(0, 8); }

// 2020-02-03 of 20200203; of a month or a year as far as they go.
std::string iso_date(const std::string& digits) {
  std::string date = digits.substr(0, 4);
  for (std::size_t at = 4; at < digits.size(); at += 2) date.append("-").append(digits, at, 2);
  return date;
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
  const std::vector<std::uint64_t> articles = article_hashes_of(database_, ids);
  if (articles.empty()) {
    for (const Xapian::docid id : ids) count(id);
    return;
  }
  Articles counted = this->counted();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.count(articles[i]) == 0 && count(ids[i])) counted.insert(articles[i]);
  }
}

std::size_t ArticleCounter::count_by_index(const std::vector<Xapian::docid>& ids) {
  reader_.check_time();
  const std::vector<std::uint64_t> articles = article_hashes_of(database_, ids);
  const bool by_date = !options_.facets.empty() && are_dates(options_.facets);
  const std::vector<std::string> dates =
      by_date ? values_of(database_, ids, schema::kDateSlot) : std::vector<std::string>();
  Articles counted = this->counted();
  counted.reserve(counted.size() + ids.size());
  std::unordered_map<std::string, std::size_t> articles_of_day;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (counted.count(articles[i]) > 0) continue;
    if (by_date) {
      ++articles_of_day[std::string(day_of(dates[i]))];
    } else if (!options_.facets.empty()) {
      const std::optional<StoredPassage> passage = reader_.stored(ids[i]);
      if (!passage) continue;
      kept_.count(passage->article);
    }
    counted.insert(articles[i]);
  }
  for (const auto& [day, number] : articles_of_day) kept_.count_date(iso_date(day), number);
  return counted.size();
}

ArticleCounter::Articles ArticleCounter::counted() const {
  Articles articles;
  for (const std::string_view id : kept_.article_ids()) articles.insert(schema::hash(id));
  return articles;
}

}  // namespace gisa
