#include "searcher/rank/recency.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "searcher/query/day_range.h"

namespace gisa {

namespace {

constexpr int kBurst = 30;  // days

}  // namespace

Recency::Recency(int half_life, double most_lost, std::string_view newest)
    : half_life_(half_life),
      most_lost_(most_lost),
      undated_(1 - most_lost),
      newest_(first_day_number(newest).value_or(0)) {}

double Recency::kept(const std::string& date) const {
  const std::optional<int> day = first_day_number(date);
  if (!day) return undated_;
  const double age = std::max(newest_ - *day, 0);
  return 1 - most_lost_ + most_lost_ * std::exp2(-age / half_life_);
}

void Recency::take_undated_as(std::span<const DatedScore> hits) {
  double sum = 0;
  std::size_t dated = 0;
  for (const DatedScore& hit : hits) {
    if (!first_day_number(hit.date)) continue;
    sum += kept(hit.date);
    ++dated;
  }
  if (dated > 0) undated_ = sum / static_cast<double>(dated);
}

double spread_over_time(std::span<const DatedScore> hits) {
  struct Dated {
    int day;
    double score;
  };
  std::vector<Dated> dated;
  double all = 0;
  for (const DatedScore& hit : hits) {
    const std::optional<int> day = first_day_number(hit.date);
    if (!day) continue;
    dated.push_back({*day, hit.score});
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
