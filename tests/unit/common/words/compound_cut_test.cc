#include "common/words/compound_cut.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gisa {
namespace {

using Piece = CompoundCut::Piece;

struct Given {
  CompoundCut::Range range;
  Piece piece;
  double score;
};

// The words of the best cut: `0-2 2-4`.
std::string words_of(std::size_t syllables, const std::vector<Given>& pieces) {
  CompoundCut cut(syllables);
  for (const Given& given : pieces) cut.extend(given.range, given.piece, given.score);
  std::string printed;
  for (const auto& [begin, end] : cut.words()) {
    if (!printed.empty()) printed += ' ';
    printed += std::to_string(begin) + '-' + std::to_string(end);
  }
  return printed;
}

TEST(CompoundCut, IsTheOneOfTheHighestScore) {
  EXPECT_EQ(words_of(5, {{{0, 2}, Piece::word, -4},
                         {{0, 3}, Piece::word, -5},
                         {{2, 5}, Piece::word, -3},
                         {{3, 5}, Piece::word, -3}}),
            "0-2 2-5");
}

TEST(CompoundCut, LeavesAffixesOut) {
  EXPECT_EQ(words_of(5, {{{0, 1}, Piece::affix, -9},
                         {{1, 3}, Piece::word, -4},
                         {{3, 4}, Piece::affix, -9},
                         {{4, 5}, Piece::affix, -9},
                         {{3, 5}, Piece::word, -4}}),
            "1-3 3-5");
}

TEST(CompoundCut, HasNoTwoAffixesSideBySide) {
  EXPECT_EQ(
      words_of(4,
               {{{0, 2}, Piece::word, -1}, {{2, 3}, Piece::affix, -1}, {{3, 4}, Piece::affix, -1}}),
      "");
}

TEST(CompoundCut, HasAGapOnlyIfThereIsNoOther) {
  const std::vector<Given> pieces = {
      {{0, 2}, Piece::gap, -1}, {{0, 2}, Piece::word, -50}, {{2, 4}, Piece::word, -50}};
  EXPECT_EQ(words_of(4, pieces), "0-2 2-4");
  EXPECT_EQ(words_of(4, {pieces[0], pieces[2]}), "2-4");
}

TEST(CompoundCut, HasOneGapAndNoAffixBesideIt) {
  EXPECT_EQ(
      words_of(6, {{{0, 2}, Piece::gap, -1}, {{2, 4}, Piece::word, -1}, {{4, 6}, Piece::gap, -1}}),
      "");
  EXPECT_EQ(
      words_of(5,
               {{{0, 2}, Piece::gap, -1}, {{2, 3}, Piece::affix, -1}, {{3, 5}, Piece::word, -1}}),
      "");
}

TEST(CompoundCut, OfNothingIsEmpty) { EXPECT_EQ(words_of(0, {}), ""); }

}  // namespace
}  // namespace gisa
