#include "searcher/words/definition.h"

#include <gtest/gtest.h>

#include <vector>

#include "searcher/match/compile.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

bool asks(const char* query) {
  Database database(news_database());
  return compile(parse_query(query).query, database).asks_what_it_is;
}

TEST(Definition, IsAskedForInTheseWays) {
  const std::pair<const char*, bool> table[] = {
      {"함수란?", true},
      {"재정준칙이란?", true},
      {"재정준칙이란 무엇인가요", true},
      {"기준금리가 뭔가요?", true},
      {"기준금리는 무엇입니까", true},
      {"환율의 뜻", true},
      {"재정준칙 개념 알려줘", true},
      {"기준금리 인상", false},
      {"이란", false},
      {"계란 값", false},
      {"뜻", false},
      {"무엇", false},
      {"신청은 언제 하나요", false},
      {"개념 있는 시민", false},
  };
  for (const auto& [query, expected] : table) EXPECT_EQ(asks(query), expected) << query;
}

TEST(Definition, IsASentenceWhoseVerbSaysWhatItsObjectIs) {
  const std::pair<const char32_t*, bool> table[] = {
      {U"물가가오르는것을말한다", true},
      {U"돈의값을뜻합니다", true},
      {U"빚을갚지못하는상태를의미하며", true},
      {U"그곳을지칭하는말이다", true},
      {U"총재가오른다고말한다", false},
      {U"그뜻을밝혔다", false},
      {U"의미를말했다", false},
      {U"값을", false},
      {U"", false},
  };
  for (const auto& [chars, expected] : table) EXPECT_EQ(says_what_it_is(chars), expected);
}

}  // namespace
}  // namespace gisa
