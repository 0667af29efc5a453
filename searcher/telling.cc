#include "searcher/telling.h"

#include <algorithm>
#include <numeric>

#include "searcher/word_match.h"

namespace gisa {

namespace {

// Of the row's weight, the weightiest parts first.
constexpr double kTellingShare = 0.8;

}  // namespace

std::optional<Xapian::Query> with_a_part_that_tells(const std::vector<RowPart>& row) {
  std::vector<const RowPart*> heaviest_first;
  for (const RowPart& part : row) heaviest_first.push_back(&part);
  std::stable_sort(heaviest_first.begin(), heaviest_first.end(),
                   [](const RowPart* a, const RowPart* b) { return a->weight > b->weight; });
  const double all =
      std::accumulate(row.begin(), row.end(), 0.0,
                      [](double sum, const RowPart& part) { return sum + part.weight; });
  std::vector<Xapian::Query> tell;
  std::vector<Xapian::Query> add;
  double sum = 0;
  for (const RowPart* part : heaviest_first) {
    (sum < kTellingShare * all ? tell : add).push_back(part->evidence);
    sum += part->weight;
  }
  if (add.empty()) return std::nullopt;
  return with_optional(joined(Xapian::Query::OP_OR, tell), joined(Xapian::Query::OP_OR, add));
}

}  // namespace gisa
