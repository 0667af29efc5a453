#include "searcher/trend/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "gisa/error.h"
#include "searcher/query/day_range.h"

namespace gisa {

namespace {

constexpr std::array kPeriods = {Period::day, Period::week, Period::month, Period::year};
constexpr std::string_view kByRange = "auto";

const Facet& counts_by(const TimeCounts& counts, Period period) {
  return *std::find_if(counts.facets.begin(), counts.facets.end(),
                       [&](const Facet& facet) { return facet.field == to_string(period); });
}

// Those of which there is an article, ascending.
std::vector<std::string> times_of(const std::vector<const TimeCounts*>& all, Period period) {
  std::vector<std::string> times;
  for (const TimeCounts* counts : all) {
    for (const FacetValue& value : counts_by(*counts, period).values) times.push_back(value.value);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

// By years, as every date that is known is known so far.
int days_spanned(const std::vector<const TimeCounts*>& all) {
  for (const Period period : {Period::day, Period::month, Period::year}) {
    const std::vector<std::string> times = times_of(all, period);
    if (times.empty()) continue;
    const std::vector<std::string> years = times_of(all, Period::year);
    // Days say more than months, if they are of the same years.
    const bool is_all =
        times.front().substr(0, 4) == years.front() && times.back().substr(0, 4) == years.back();
    if (!is_all) continue;
    return days_between(first_day_of(times.front()), last_day_of(times.back())) + 1;
  }
  return 0;
}

Period chosen(std::string_view period, const std::vector<const TimeCounts*>& all) {
  for (const Period known : kPeriods) {
    if (to_string(known) == period) return known;
  }
  return period_for_days(days_spanned(all));
}

std::vector<std::size_t> counted_by(const std::vector<std::string>& times, const Facet& facet) {
  std::vector<std::size_t> articles(times.size());
  for (const FacetValue& value : facet.values) {
    const auto at = std::lower_bound(times.begin(), times.end(), value.value);
    if (at != times.end() && *at == value.value) {
      articles[static_cast<std::size_t>(at - times.begin())] = value.articles;
    }
  }
  return articles;
}

}  // namespace

double Trend::share(const TrendSeries& of, std::size_t i) const {
  return all[i] == 0 ? 0 : static_cast<double>(of.articles[i]) / static_cast<double>(all[i]);
}

std::string trend_periods() {
  std::string names(kByRange);
  for (const Period period : kPeriods) names.append("|").append(to_string(period));
  return names;
}

std::vector<std::string> facets_of_trend(std::string_view period) {
  std::vector<std::string> all;
  for (const Period known : kPeriods) {
    if (to_string(known) == period) return {std::string(period)};
    all.emplace_back(to_string(known));
  }
  if (period == kByRange) return all;
  throw Error(ErrorCode::usage, fmt::format("there is no trend by {}", period), trend_periods());
}

Period period_for(const std::vector<TimeCounts>& queries) {
  std::vector<const TimeCounts*> all;
  for (const TimeCounts& counts : queries) all.push_back(&counts);
  return period_for_days(days_spanned(all));
}

Trend trend_of(std::string_view period, std::vector<TimeCounts> queries, const TimeCounts& archive,
               bool whole_range) {
  std::vector<const TimeCounts*> all;
  for (const TimeCounts& counts : queries) all.push_back(&counts);
  if (whole_range) all.push_back(&archive);
  Trend trend;
  trend.period = chosen(period, all);
  trend.times = without_gaps(times_of(all, trend.period), trend.period);
  trend.all = counted_by(trend.times, counts_by(archive, trend.period));
  for (TimeCounts& counts : queries) {
    const Facet& facet = counts_by(counts, trend.period);
    trend.series.push_back({std::move(counts.query), counts.total, facet.unknown,
                            counted_by(trend.times, facet), std::move(counts.notes)});
  }
  return trend;
}

}  // namespace gisa
