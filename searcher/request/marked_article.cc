#include "searcher/request/marked_article.h"

#include <cstddef>

namespace gisa {

namespace {

constexpr std::size_t kMostPassages = 1000;

// The query, of that article's passages alone; without parts if it asks for nothing.
Query within_article(std::string_view text, const std::string& id) {
  Query query = parse_query(text).query;
  if (query.op != Op::best) query = {Op::best, {}, {}, {query}};
  if (!query.parts.empty()) query.parts.push_back({Op::filter, "id", {id}});
  return query;
}

void mark(const Searcher& searcher, const Query& query, const std::string& synonyms,
          std::vector<Hit>& article) {
  if (query.parts.empty()) return;
  SearchOptions options;
  options.limit = kMostPassages;
  options.per_article = 0;
  options.fold = false;
  options.correct = false;
  options.places = false;
  options.synonyms = synonyms;
  for (const Hit& found : searcher.search(query, options).hits) {
    for (Hit& hit : article) {
      if (hit.passage != found.passage) continue;
      hit.highlights = found.highlights;
      hit.title_highlights = found.title_highlights;
      hit.heading_highlights = found.heading_highlights;
      hit.snippet = found.snippet;
    }
  }
}

}  // namespace

std::vector<Hit> marked_article(const Searcher& searcher, const std::string& id,
                                std::string_view query, const std::string& synonyms,
                                std::vector<Note>& notes) {
  std::vector<Hit> article = searcher.article(id, &notes);
  mark(searcher, within_article(query, id), synonyms, article);
  return article;
}

}  // namespace gisa
