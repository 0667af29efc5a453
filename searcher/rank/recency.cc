#include "searcher/rank/recency.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/day_range.h"

namespace gisa {

double Recency::kept(const std::string& date) const {
  constexpr double kBound = 0.5;
  const std::string day = first_day_of(date);
  if (day.empty()) return kBound;
  const double age = std::max(days_between(day, newest_), 0);
  return kBound + (1 - kBound) * std::exp2(-age / half_life_);
}

}  // namespace gisa
