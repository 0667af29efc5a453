#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace gisa {

// The best way to cut a compound into words that are known. Beside them it may have lone affixes
// (서울+시), and one gap of syllables that nobody knows (공릉 in 공릉+터널) if it cannot be cut
// without; no two of affixes and gap stand side by side: 로비 is no word of 팍스+로비+드.
//
// Viterbi over the pieces that extend() is given: all that begin at one syllable before any that
// begins at a later one.
class CompoundCut {
 public:
  enum class Piece { word, affix, gap };
  using Range = std::pair<std::size_t, std::size_t>;  // syllables [first, second)

  explicit CompoundCut(std::size_t syllables);

  // `score` is a logarithm; the sum over a cut counts.
  void extend(Range range, Piece piece, double score);

  // The words of the best cut, in order; empty if there is none.
  std::vector<Range> words() const;

 private:
  // Of a cut up to a syllable: whether it ends with an affix or a gap, and whether it has a gap.
  struct State {
    bool loose = false;
    bool has_gap = false;
  };
  struct Cut {
    double score;
    std::size_t from = 0;
    State before = {};
  };

  Cut& at(std::size_t end, State state);
  const Cut& at(std::size_t end, State state) const;

  std::vector<Cut> best_;  // four states a syllable
};

}  // namespace gisa
