#include "searcher/match/query_terms.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

struct Row {
  const char32_t* term;
  const char* text;
  std::uint32_t count;
};

TEST(QueryTerms, AreCountedInTexts) {
  const Row rows[] = {
      {U"의료", "의료진이 의료 상담을 시작했다", 2},
      {U"의료", "국회의 요청으로 회의를 열었다", 0},
      {U"의료", "의 료", 0},  // a pair stands within one word
      {U"공지", "인공지능과 인공 지능", 1},
      {U"19", "코로나19 확진자가 19명, 2019년", 2},  // not within a longer number
      {U"ai", "AI반도체와 openai", 1},
      {U"코로나19", "코로나19 백신, 코로나 19", 2},
      {U"밥", "밥을 먹고 김밥도 먹었다", 1},  // one syllable stands alone
      {U"바바", "바바바", 2},
  };
  for (const Row& row : rows) {
    QueryTerms terms;
    terms.add({row.term, 1.0, 0});
    FoldedText text;
    text.assign(row.text);
    std::vector<std::uint32_t> counts = {5};  // counts are added to
    terms.count(text, counts);
    EXPECT_EQ(counts[0], row.count + 5) << row.text;
  }
}

TEST(QueryTerms, KeepTheHeavierOfTwoThatAreEqual) {
  QueryTerms terms;
  terms.add({U"미국", 0.8, 0});
  terms.add({U"정상", 2.0, 1});
  terms.add({U"미국", 1.0, 2});
  terms.add({U"정상", 1.0, 3});
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].weight, 1.0);
  EXPECT_EQ(terms[0].word, 2u);
  EXPECT_EQ(terms[1].weight, 2.0);
}

}  // namespace
}  // namespace gisa
