#include "searcher/result/hit.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/result/highlight.h"
#include "searcher/result/snippet.h"

namespace gisa {

namespace {

// Where what is marked first in the snippet begins, else the snippet.
std::size_t first_mark(const std::vector<Span>& marks, Span snippet) {
  const auto first = std::find_if(marks.begin(), marks.end(), [&](const Span& mark) {
    return mark.begin >= snippet.begin && mark.begin < snippet.end;
  });
  return first == marks.end() ? snippet.begin : first->begin;
}

}  // namespace

Hit take_hit(ScoredPassage& ranked, std::size_t rank, const CompiledQuery& query,
             std::optional<std::size_t> context) {
  Hit hit;
  hit.rank = rank;
  hit.score = ranked.score;
  const std::vector<Marks> marks = marks_of(query, ranked.text.body);
  hit.highlights = merged(marks);
  hit.title_highlights = highlights(query, ranked.text.title);
  hit.heading_highlights = highlights(query, ranked.text.heading);
  hit.snippet = snippet(ranked.text, marks, context);
  hit.features = std::move(ranked.features);
  StoredPassage& stored = ranked.text.stored;
  hit.article = std::move(stored.article);
  hit.source = std::move(stored.source);
  hit.record = stored.record;
  hit.heading = std::move(stored.heading);
  hit.passage = stored.number;
  hit.page = page_at(stored, first_mark(hit.highlights, hit.snippet));
  hit.text = std::move(stored.text);
  return hit;
}

}  // namespace gisa
