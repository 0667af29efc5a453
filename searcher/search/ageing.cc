#include "searcher/search/ageing.h"

#include <set>
#include <string_view>
#include <utility>

#include "common/database/schema.h"
#include "searcher/query/day_range.h"

namespace gisa {

namespace {

constexpr double kRecentLoss = 0.5;  // of a score, at most, where a reader asked

// Where nobody asked (docs/evaluation.md).
constexpr int kHalfLife = 30;  // days
constexpr double kLoss = 0.3;
constexpr std::size_t kBestHits = 20;

// The day that ages are counted from.
std::string newest_day(Database& database) {
  const std::string newest = database.read([](Xapian::Database& db) {
    return db.get_value_upper_bound(schema::kDateSlot).substr(0, 8);
  });
  const std::string day = last_day_of_digits(newest);
  const std::string today = today_in_korea();
  return day.empty() || day > today ? today : day;
}

// Hits by date have their order, and what is like an article is of its day.
bool may_count_unasked(const SearchOptions& options) {
  return options.sort == Sort::relevance && !options.half_life && options.leave_out.empty();
}

}  // namespace

Ageing::Ageing(Database& database, const SearchOptions& options)
    : database_(database), options_(options), may_count_(may_count_unasked(options)) {
  if (is_asked()) recency_.emplace(*options.half_life, kRecentLoss, newest_day(database));
}

bool Ageing::lower_scores(Block& block) {
  if (std::exchange(may_count_, false)) look_at(block);
  if (!recency_) return false;
  for (const auto& ranked : block) {
    const double lost = ranked->score * (1 - recency_->kept(ranked->text.stored.article.date));
    ranked->score -= lost;
    if (options_.explain) ranked->features.push_back({"age", -lost, 1});
  }
  return true;
}

void Ageing::look_at(const Block& first) {
  std::vector<DatedScore> best;
  std::set<std::string_view> articles;
  for (const auto& ranked : first) {
    if (best.size() == kBestHits) break;
    if (!articles.insert(ranked->article_id()).second) continue;
    best.push_back({ranked->score, ranked->text.stored.article.date});
  }
  const double spread = spread_over_time(best);
  if (spread == 0) return;
  recency_.emplace(kHalfLife, kLoss * spread, newest_day(database_));
  recency_->take_undated_as(best);
}

}  // namespace gisa
