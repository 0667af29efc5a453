#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/facet.h"
#include "gisa/note.h"
#include "searcher/trend/timeline.h"

namespace gisa {

// The articles that answer a query, over time.
struct TrendSeries {
  std::string query;  // as typed
  std::size_t total = 0;
  std::size_t unknown = 0;            // articles whose date is not known so precisely
  std::vector<std::size_t> articles;  // by Trend::times
  std::vector<Note> notes = {};
};

// How the articles of some queries run over time, next to all articles of the archive.
struct Trend {
  Period period = Period::month;
  std::vector<std::string> times;  // without gaps
  std::vector<std::size_t> all;    // articles of the archive, by `times`
  std::vector<TrendSeries> series;

  // The share that articles number `i` of a series have of all articles then, as Media Cloud's
  // ratio; 0 where there is none.
  double share(const TrendSeries& of, std::size_t i) const;
};

// What a query found, counted by the facets that a trend asks for.
struct TimeCounts {
  std::string query;
  std::size_t total = 0;
  std::vector<Facet> facets;
  std::vector<Note> notes = {};
};

// `auto|day|...`, for messages and help.
std::string trend_periods();

// The facets to count by for a trend by `period`, one of trend_periods(). Throws Error (usage) for
// another.
std::vector<std::string> facets_of_trend(std::string_view period);

// The period that suits the range of `queries`, counted by facets_of_trend("auto").
Period period_for(const std::vector<TimeCounts>& queries);

// The trend of `queries` next to the archive, both counted by facets_of_trend(period). Its times
// reach from the first article of a query to the last one; if `whole_range`, from the first of the
// archive to its last.
Trend trend_of(std::string_view period, std::vector<TimeCounts> queries, const TimeCounts& archive,
               bool whole_range);

}  // namespace gisa
