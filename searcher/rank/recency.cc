#include "searcher/rank/recency.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "searcher/query/day_range.h"

namespace gisa {

namespace {

constexpr int kBurst = 30;  // days

}  // namespace

double Recency::kept(const std::string& date) const {
  const std::string day = first_day_of(date);
  if (day.empty()) return undated_;
  const double age = std::max(days_between(day, newest_), 0);
  return 1 - most_lost_ + most_lost_ * std::exp2(-age / half_life_);
}

void Recency::take_undated_as(std::span<const DatedScore> hits) {
  double sum = 0;
  std::size_t dated = 0;
  for (const DatedScore& hit : hits) {
    if (first_day_of(hit.date).empty()) continue;
    sum += kept(hit.date);
    ++dated;
  }
  if (dated > 0) undated_ = sum / static_cast<double>(dated);
}

double spread_over_time(std::span<const DatedScore> hits) {
  struct Dated {
    int day;  // from the first hit that has a date
    double score;
  };
  std::vector<Dated> dated;
  std::string first;
  double all = 0;
  for (const DatedScore& hit : hits) {
    const std::string day = first_day_of(hit.date);
    if (day.empty()) continue;
    if (first.empty()) first = day;
    dated.push_back({days_between(first, day), hit.score});
    all += hit.score;
  }
  if (dated.size() < 2 || all <= 0) return 0;
  double most = 0;
  for (const Dated& begin : dated) {
    double sum = 0;
    for (const Dated& other : dated) {
      if (other.day >= begin.day && other.day < begin.day + kBurst) sum += other.score;
    }
    most = std::max(most, sum);
  }
  return std::max(0.0, 1 - 2 * most / all);
}

}  // namespace gisa
