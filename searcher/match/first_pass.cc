#include "searcher/match/first_pass.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gisa {

namespace {

// The weightiest parts are taken until they have this share of the row's weight.
constexpr double kFirstPassShare = 0.8;

}  // namespace

std::optional<IndexQuery> first_pass_query(const std::vector<RowPart>& row) {
  std::vector<const RowPart*> heaviest_first;
  for (const RowPart& part : row) heaviest_first.push_back(&part);
  std::stable_sort(heaviest_first.begin(), heaviest_first.end(),
                   [](const RowPart* a, const RowPart* b) { return a->weight > b->weight; });
  const double all =
      std::accumulate(row.begin(), row.end(), 0.0,
                      [](double sum, const RowPart& part) { return sum + part.weight; });
  std::vector<IndexQuery> evidence;
  std::vector<IndexQuery> heaviest;
  double sum = 0;
  for (const RowPart* part : heaviest_first) {
    evidence.push_back(part->evidence);
    if (sum < kFirstPassShare * all) heaviest.push_back(part->candidates);
    sum += part->weight;
  }
  if (heaviest.size() == row.size()) return std::nullopt;
  return IndexQuery::filtered(IndexQuery::any(std::move(evidence)),
                              IndexQuery::any(std::move(heaviest)));
}

}  // namespace gisa
