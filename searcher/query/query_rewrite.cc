#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/text/encoding.h"
#include "gisa/error.h"
#include "gisa/query.h"
#include "searcher/field/field.h"
#include "searcher/query/day_range.h"
#include "searcher/query/notes.h"
#include "searcher/query/operator_syntax.h"

namespace gisa {

namespace {

bool is_word_or_filter(const Query& query) {
  return query.op == Op::word || query.op == Op::prefix || narrows(query);
}

// One of what is asked for is enough; what narrows the search still does.
Query one_of(Query row) {
  if (std::all_of(row.parts.begin(), row.parts.end(), is_word_or_filter)) return row;
  const auto asks = std::stable_partition(row.parts.begin(), row.parts.end(), narrows);
  Query any{.op = Op::any, .field = {}, .text = {}, .parts = {asks, row.parts.end()}};
  row.parts.erase(asks, row.parts.end());
  if (any.parts.size() == 1) any = Query(std::move(any.parts[0]));
  row.parts.insert(row.parts.begin(), std::move(any));
  return row;
}

DayRange asked_days(std::string_view option, std::string_view text, std::string_view today) {
  const std::string clean = decode_typed(text);
  if (auto range = parse_day_range(clean, today)) return *range;
  throw Error(ErrorCode::usage, fmt::format("{} {}: that is no date", option, abbreviated(clean)),
              "as in 2020-02-03, 2020-02, 어제, 7d");
}

// Those of its articles that pass `filter`.
Query narrowed(Query query, Query filter) {
  if (query.op == Op::best && query.parts.empty()) return query;  // nothing is asked for
  if (query.op == Op::best || query.op == Op::all) {
    query.parts.push_back(std::move(filter));
    return query;
  }
  Query row{.op = Op::best, .field = {}, .text = {}, .parts = {}};
  row.parts.push_back(std::move(query));
  row.parts.push_back(std::move(filter));
  return row;
}

}  // namespace

Query with_blanks(Query query, Blank blank) {
  if (blank == Blank::best || query.op == Op::title) return query;
  for (Query& part : query.parts) part = with_blanks(std::move(part), blank);
  if (query.op != Op::best || query.parts.empty()) return query;
  if (blank == Blank::any) return one_of(std::move(query));
  query.op = Op::all;
  return query;
}

Query within_dates(Query query, std::string_view since, std::string_view until,
                   std::string_view today) {
  if (since.empty() && until.empty()) return query;
  const std::string now = today.empty() ? today_in_korea() : std::string(today);
  const std::string first = since.empty() ? "" : asked_days("since", since, now).first;
  const std::string last = until.empty() ? "" : asked_days("until", until, now).last;
  if (!last.empty() && first > last) {
    throw Error(
        ErrorCode::usage,
        fmt::format("since {} is later than until {}", abbreviated(since), abbreviated(until)),
        "the first day comes first");
  }
  return narrowed(std::move(query),
                  {.op = Op::date, .field = {}, .text = {first, last}, .parts = {}});
}

Query only_values(Query query, std::string_view facet, std::vector<std::string> values) {
  const FacetField& field = facet_named(facet);
  return narrowed(
      std::move(query),
      {.op = Op::facet, .field = std::string(field.name), .text = std::move(values), .parts = {}});
}

}  // namespace gisa
