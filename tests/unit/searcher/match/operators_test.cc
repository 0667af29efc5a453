#include <gtest/gtest.h>

#include <set>
#include <string>

#include "searcher/match/operator.h"
#include "searcher/query/operator_syntax.h"

namespace gisa {
namespace {

constexpr Op kAll[] = {Op::best,   Op::everything, Op::any,     Op::word, Op::prefix,
                       Op::phrase, Op::title,      Op::exclude, Op::all,  Op::near,
                       Op::filter, Op::facet,      Op::date};

// What is searched for by it, and how it is written: each operator has both, once.
TEST(Operators, HaveARowInEachTable) {
  std::set<std::string> names;
  for (const Op op : kAll) {
    SCOPED_TRACE(static_cast<int>(op));
    ASSERT_EQ(operator_of(op).op, op);
    EXPECT_NE(operator_of(op).narrow, nullptr);
    EXPECT_NE(operator_of(op).holds, nullptr);
    ASSERT_EQ(syntax_of(op).op, op);
    const std::string name = head_of(op, std::to_string(static_cast<int>(op)), 3);
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

struct Expected {
  const char* query;
  bool has_place;
  bool narrows;
};

TEST(Operators, StandForAllOfTheirPartsWhereTheRowSaysSo) {
  constexpr Expected kExpected[] = {
      {"금리", true, false},
      {"금리*", true, false},
      {"\"기준 금리\"", true, false},
      {"금리 OR 물가", true, false},
      {"금리 물가", false, false},
      {"금리 AND 물가", false, false},
      {"금리 OR -물가", false, false},
      {"-금리", false, true},
      {"press:한빛", false, true},
      {"date:2020-02", false, true},
      {"press:한빛 OR date:2020", false, true},
      {"press:한빛 AND date:2020", false, true},
      {"press:한빛 OR 금리", false, false},
      {"press:한빛 date:2020", false, false},
      {"title:금리", false, false},
      {"*", false, false},
  };
  for (const Expected& row : kExpected) {
    Query query = parse_query(row.query).query;
    // A row of one part that is excluded stays a row.
    if (query.op == Op::best && query.parts.size() == 1) query = Query(query.parts[0]);
    EXPECT_EQ(has_place(query), row.has_place) << row.query;
    EXPECT_EQ(narrows(query), row.narrows) << row.query;
  }
}

}  // namespace
}  // namespace gisa
