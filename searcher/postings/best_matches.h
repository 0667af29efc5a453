#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gisa {

// A document that a query matches.
struct Match {
  std::uint32_t id;
  double score;
};

// Scores closer than this are one: a sum of the same terms comes out differently in its last digits
// where it is added up in another order.
inline constexpr double kScoreUnit = 1e-9;

double rounded_score(double score);

// The best of the documents that were offered: those with the highest scores, and of equal ones
// those with the lowest numbers.
class BestMatches {
 public:
  explicit BestMatches(std::size_t wanted) : wanted_(wanted) {}

  void offer(const Match& match);

  // Documents that would have a place whatever they score.
  std::size_t room() const { return wanted_ - heap_.size(); }

  // What scores less has no place any more; 0 as long as all have.
  double bar() const { return heap_.size() < wanted_ ? 0 : heap_.front().score; }

  // From the best on.
  std::vector<Match> take() &&;

 private:
  std::size_t wanted_;       // at least one
  std::vector<Match> heap_;  // the worst on top
};

}  // namespace gisa
