#include "searcher/request/archive.h"

namespace gisa {

namespace {

constexpr std::size_t kMostNewspapers = 1000;

SearchResult all_articles(const Searcher& searcher, const SearchOptions& options) {
  return searcher.search(Query{.op = Op::everything}, options);
}

std::string date_of_first(const Searcher& searcher, SearchOptions options, Sort order) {
  options.limit = 1;
  options.sort = order;
  const SearchResult result = all_articles(searcher, options);
  return result.hits.empty() ? std::string() : result.hits.front().article.date;
}

// By their dates alone, so that none need be read.
std::size_t articles_of(const Searcher& searcher, SearchOptions options) {
  options.limit = 0;
  options.facets = {"year"};
  return all_articles(searcher, options).total;
}

}  // namespace

Archive archive_of(const Searcher& searcher, const SearchOptions& bounds) {
  SearchOptions options;
  options.time_limit = bounds.time_limit;
  options.is_cancelled = bounds.is_cancelled;
  return {articles_of(searcher, options), date_of_first(searcher, options, Sort::oldest),
          date_of_first(searcher, options, Sort::newest),
          searcher.names("press", "", kMostNewspapers)};
}

}  // namespace gisa
