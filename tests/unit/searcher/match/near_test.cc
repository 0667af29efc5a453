#include "searcher/match/operators/near.h"

#include <gtest/gtest.h>

#include "searcher/match/compile.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

bool near(std::string_view query, std::string_view text) {
  static Database database(news_database());
  const CompiledQuery compiled = compile(parse_query(query).query, database);
  EXPECT_EQ(compiled.condition.op, Op::near) << query;
  FoldedText folded;
  folded.assign(text);
  return stand_near(compiled.condition, compiled, folded);
}

TEST(Near, CountsTheWordsBetween) {
  constexpr const char* kText = "시장은 어제 강당에서 새 예산안을 설명했다.";
  EXPECT_TRUE(near("시장 NEAR/3 예산안", kText));
  EXPECT_FALSE(near("시장 NEAR/2 예산안", kText));
  EXPECT_TRUE(near("예산안 NEAR/3 시장", kText)) << "in any order";
  EXPECT_TRUE(near("새 NEAR/0 예산안", kText));
  EXPECT_FALSE(near("시장 NEAR/3 의회", kText));
}

TEST(Near, TakesWordsWithinOneWord) {
  EXPECT_TRUE(near("예산 NEAR/0 심의", "예산심의가 길어졌다."));
  EXPECT_TRUE(near("건강 NEAR/0 공단", "건강보험공단이 답했다."));
}

TEST(Near, CountsTheEndOfASentenceAsAWord) {
  EXPECT_FALSE(near("예산안 NEAR/0 의회", "시가 예산안을 냈다. 의회는 깎았다."));
  EXPECT_FALSE(near("냈다 NEAR/0 의회", "시가 예산안을 냈다. 의회는 깎았다."));
  EXPECT_TRUE(near("냈다 NEAR/1 의회", "시가 예산안을 냈다. 의회는 깎았다."));
}

TEST(Near, WantsAllOfSeveralInOnePlace) {
  constexpr const char* kText = "쌀값이 올랐다. 밥값은 그대로다. 쌀값과 밥값 걱정에 떡값도 뛴다.";
  EXPECT_TRUE(near("\"쌀값 밥값 떡값\"~1", kText));
  EXPECT_FALSE(near("\"쌀값 밥값 떡값\"~0", kText));
  EXPECT_TRUE(near("\"떡값 쌀값\"~2", kText));
  EXPECT_FALSE(near("\"쌀값 떡값\"~1", kText));
}

TEST(Near, FindsTheClosestOfManyPlaces) {
  constexpr const char* kText =
      "수도가 샌다. 배관이 낡았다. 수도가 끊겼다. 낡은 배관에서 수도가 샜다. 배관은 주철이다.";
  EXPECT_TRUE(near("배관 NEAR/0 수도", kText));
  EXPECT_FALSE(near("주철 NEAR/1 수도", kText));
}

TEST(Near, TakesPhrasesPrefixesAndChoices) {
  constexpr const char* kText = "구청은 전세 사기 피해자에게 무료 상담을 해 준다.";
  EXPECT_TRUE(near("\"전세 사기\" NEAR/1 \"무료 상담\"", kText));
  EXPECT_FALSE(near("\"전세 사기\" NEAR/0 \"무료 상담\"", kText));
  EXPECT_TRUE(near("피해* NEAR/0 무료", kText));
  EXPECT_TRUE(near("(유료 OR 무료) NEAR/0 상담", kText));
  EXPECT_FALSE(near("(유료 OR 값싼) NEAR/5 상담", kText));
}

TEST(Near, WantsWordsAsTyped) {
  EXPECT_FALSE(near("국회의원선거 NEAR/5 투표율", "국회의원 후보가 투표율을 걱정했다."));
}

}  // namespace
}  // namespace gisa
