#include "common/words/compound_cut.h"

#include <algorithm>
#include <limits>

namespace gisa {

namespace {

constexpr double kNoCut = -std::numeric_limits<double>::infinity();
constexpr std::size_t kStates = 4;

}  // namespace

CompoundCut::CompoundCut(std::size_t syllables) : best_((syllables + 1) * kStates, Cut{kNoCut}) {
  at(0, {}).score = 0;
}

CompoundCut::Cut& CompoundCut::at(std::size_t end, State state) {
  return best_[end * kStates + (state.has_gap ? 2 : 0) + (state.loose ? 1 : 0)];
}

const CompoundCut::Cut& CompoundCut::at(std::size_t end, State state) const {
  return best_[end * kStates + (state.has_gap ? 2 : 0) + (state.loose ? 1 : 0)];
}

void CompoundCut::extend(Range range, Piece piece, double score) {
  const bool is_loose = piece != Piece::word;
  const bool is_gap = piece == Piece::gap;
  for (const State before :
       {State{false, false}, State{true, false}, State{false, true}, State{true, true}}) {
    if ((is_loose && before.loose) || (is_gap && before.has_gap)) continue;
    const double sum = at(range.first, before).score + score;
    Cut& cut = at(range.second, {is_loose, before.has_gap || is_gap});
    if (sum > cut.score) cut = {sum, range.first, before};
  }
}

std::vector<CompoundCut::Range> CompoundCut::words() const {
  std::vector<Range> words;
  std::size_t end = best_.size() / kStates - 1;
  const auto score = [&](State state) { return at(end, state).score; };
  State state;
  if (std::max(score({false, false}), score({true, false})) == kNoCut) state.has_gap = true;
  state.loose = score({true, state.has_gap}) > score({false, state.has_gap});
  if (score(state) == kNoCut) return words;
  while (end > 0) {
    const Cut& cut = at(end, state);
    if (!state.loose) words.emplace_back(cut.from, end);
    end = cut.from;
    state = cut.before;
  }
  std::reverse(words.begin(), words.end());
  return words;
}

}  // namespace gisa
