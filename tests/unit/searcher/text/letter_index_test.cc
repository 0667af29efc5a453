#include "searcher/text/letter_index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gisa {
namespace {

std::vector<std::size_t> places(const std::u32string& text, const std::u32string& wanted) {
  static LetterIndex index;  // used again, as searches do
  index.make(text);
  std::vector<std::size_t> found;
  for (const std::size_t at : PlacesOf(text, index, wanted)) found.push_back(at);
  return found;
}

TEST(LetterIndex, FindsEveryPlaceInOrder) {
  const std::u32string bucket_of_ga = {U'가' - 1024, U'가', U'가' + 1024};
  struct Case {
    std::u32string text, wanted;
    std::vector<std::size_t> places;
  };
  const std::vector<Case> cases = {
      {U"국회는정부에정부안을물었다", U"정부", {3, 6}},
      {U"국회는정부에정부안을물었다", U"국", {0}},
      {U"국회는정부에정부안을물었다", U"물었다", {10}},
      {U"국회는정부에정부안을물었다", U"물었다고", {}},
      {U"국회는정부에정부안을물었다", U"시장", {}},
      {U"하하하하", U"하하", {0, 1, 2}},
      {bucket_of_ga, U"가", {1}},
      {U"정부", U"", {}},
      {U"", U"정부", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(places(c.text, c.wanted), c.places);
}

}  // namespace
}  // namespace gisa
