#include <cstddef>
#include <string>
#include <string_view>

#include "common/error/foreign_error.h"
#include "gisa/json.h"
#include "searcher/outputs/json.h"

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

void mark(Searcher& searcher, const Query& query, const std::string& synonyms,
          SearchResult& article) {
  if (query.parts.empty()) return;
  SearchOptions options;
  options.limit = kMostPassages;
  options.per_article = 0;
  options.fold = false;
  options.correct = false;
  options.places = false;
  options.synonyms = synonyms;
  for (const Hit& found : searcher.search(query, options).hits) {
    for (Hit& hit : article.hits) {
      if (hit.passage != found.passage) continue;
      hit.highlights = found.highlights;
      hit.title_highlights = found.title_highlights;
      hit.snippet = found.snippet;
    }
  }
}

}  // namespace

std::string article_in_json(Searcher& searcher, const std::string& id, std::string_view query,
                            const std::string& synonyms) {
  return at_boundary([&] {
    searcher.refresh();
    Answer whole{{}, std::string(query), {}};
    whole.result.hits = searcher.article(id, &whole.result.notes);
    whole.result.total = 1;
    whole.result.total_exact = true;
    mark(searcher, within_article(query, id), synonyms, whole.result);
    nlohmann::ordered_json out = to_json(whole, {});
    out["text"] = article_text(whole.result.hits);
    return line_of(out);
  });
}

}  // namespace gisa
