#include "searcher/request/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/text/encoding.h"
#include "searcher/query/notes.h"
#include "searcher/request/advice.h"

namespace gisa {

namespace {

// The characteristic words of an article stand before what was typed.
Query with_likeness(Query typed, const Searcher& searcher, const std::string& article_id,
                    std::vector<Note>& notes) {
  if (article_id.empty()) return typed;
  Query query = searcher.like(article_id, &notes);
  if (typed.op == Op::best) {
    query.parts.insert(query.parts.end(), typed.parts.begin(), typed.parts.end());
  } else {
    query.parts.push_back(std::move(typed));
  }
  return query;
}

// A list of all hits ends at the most that one may have.
void report_cut(const SearchOptions& options, SearchResult& result) {
  if (options.limit < kMostHits || result.hits.size() < kMostHits) return;
  add_note(
      result.notes, NoteKind::limited,
      fmt::format("listed are {} hits, the most at once; ask for the rest by dates", kMostHits));
}

// Words beside one another, of which each article need have one only.
bool is_row_of_words(const Query& query) {
  return query.op == Op::best &&
         std::count_if(query.parts.begin(), query.parts.end(),
                       [](const Query& part) { return part.op == Op::word; }) > 1;
}

// `query` with what the request wants besides it, but for values of the facet `open`.
Query narrowed(Query query, const Request& request, std::string_view open = {}) {
  for (const auto& [facet, values] : request.only) {
    if (facet != open) query = only_values(std::move(query), facet, values);
  }
  return within_dates(std::move(query), request.since, request.until);
}

Total total_of(const Searcher& searcher, const Query& query, SearchOptions options) {
  options.limit = options.offset = options.related = 0;
  options.facets.clear();
  options.explain = false;
  options.correct = false;
  const SearchResult result = searcher.search(query, options);
  return {result.total, result.total_exact};
}

// Recounts each facet of which values are chosen without that choice: the reader chooses among all
// of its values.
void count_others(const Searcher& searcher, const Query& query, const Request& request,
                  SearchResult& result) {
  SearchOptions options = request.search;
  options.limit = options.offset = options.related = 0;
  options.explain = false;
  for (Facet& facet : result.facets) {
    if (request.only.count(facet.field) == 0) continue;
    options.facets = {facet.field};
    facet =
        std::move(searcher.search(narrowed(query, request, facet.field), options).facets.front());
  }
}

Answer answer_one(const Searcher& searcher, const Request& request) {
  const std::string text = decode_typed(request.text);
  ParsedQuery parsed = request.plain ? parse_plain(text) : parse_query(text);
  const bool is_row = request.counts_all_words && request.blank == Blank::best &&
                      request.like.empty() && is_row_of_words(parsed.query);
  const Query all_words =
      is_row ? narrowed(with_blanks(parsed.query, Blank::all), request) : Query();
  const Query asked = with_likeness(with_blanks(std::move(parsed.query), request.blank), searcher,
                                    request.like, parsed.notes);
  const Query query = narrowed(asked, request);
  Answer answer{{}, text, searcher.search(query, request.search)};
  if (request.trend.empty()) count_others(searcher, asked, request, answer.result);
  report_cut(request.search, answer.result);
  if (is_row) answer.all_words = total_of(searcher, all_words, request.search);
  answer.body_of = [&searcher](const std::string& article_id, std::vector<Note>& notes) {
    return article_text(searcher.article(article_id, &notes));
  };
  if (request.with_bodies) {
    const auto fill = [&](Article& article) {
      article.body = answer.body_of(article.id, answer.result.notes);
    };
    for (Hit& hit : answer.result.hits) {
      fill(hit.article);
      std::for_each(hit.copies.begin(), hit.copies.end(), fill);
    }
  }
  if (request.advises && request.like.empty() && answer.result.total == 0) {
    add_notes(answer.result.notes, advice(searcher, query, request.search));
  }
  add_notes(parsed.notes, request.notes);
  add_notes(parsed.notes, answer.result.notes);
  answer.result.notes = std::move(parsed.notes);
  return answer;
}

TimeCounts counts_of(Answer answer) {
  return {std::move(answer.query), answer.result.total, std::move(answer.result.facets),
          std::move(answer.result.notes)};
}

// `request` for all articles of its days.
Request for_archive(Request request) {
  request.text = "*";
  request.plain = false;
  request.blank = Blank::best;
  request.only.clear();
  request.like.clear();
  request.search.leave_out.clear();
  return request;
}

Answer answer_with_trend(const Searcher& searcher, const Request& request) {
  Request counted = request;
  counted.search.facets = facets_of_trend(request.trend);
  Answer first = answer_one(searcher, counted);
  std::vector<TimeCounts> queries = {
      {first.query, first.result.total, std::move(first.result.facets), first.result.notes}};
  first.result.facets.clear();
  counted.search.limit = counted.search.offset = 0;
  counted.advises = false;
  for (const std::string& text : request.versus) {
    counted.text = text;
    queries.push_back(counts_of(answer_one(searcher, counted)));
    add_notes(first.result.notes, queries.back().notes);
  }
  const bool whole_range = !request.since.empty() || !request.until.empty();
  std::string period = request.trend;
  if (!whole_range && counted.search.facets.size() > 1) {
    period = to_string(period_for(queries));
    counted.search.facets = {period};
  }
  const bool is_archive =
      request.text == "*" && !request.plain && request.only.empty() && request.like.empty();
  const TimeCounts archive =
      is_archive ? queries.front() : counts_of(answer_one(searcher, for_archive(counted)));
  first.trend = trend_of(period, std::move(queries), archive, whole_range);
  return first;
}

}  // namespace

Answer answer(const Searcher& searcher, const Request& request) {
  return request.trend.empty() ? answer_one(searcher, request)
                               : answer_with_trend(searcher, request);
}

}  // namespace gisa
