#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "gisa/query.h"
#include "searcher/query/notes.h"
#include "tests/support/data_rows.h"

namespace gisa {
namespace {

// What data/query/parse.tsv says of one of its groups.
class ParseTable : public testing::TestWithParam<const char*> {};

TEST_P(ParseTable, ReadsTheQueryAsTheTableSays) {
  for (const DataRow& row : read_rows("query/parse.tsv", GetParam())) {
    SCOPED_TRACE(row.place);
    const bool plain = row.group == "plain";
    const ParsedQuery parsed = plain ? parse_plain(row.column(0)) : parse_query(row.column(0));
    EXPECT_EQ(to_string(parsed.query), row.column(1));
    EXPECT_EQ(joined_notes(parsed.notes), row.column(2));
  }
}

INSTANTIATE_TEST_SUITE_P(Group, ParseTable,
                         testing::Values("basic", "korean", "recover", "pathological", "plain"),
                         [](const auto& instance) { return std::string(instance.param); });

// Calls `check` with `query` and every query in it.
template <typename Check>
void for_each_query(const Query& query, Check check) {
  check(query);
  for (const Query& part : query.parts) for_each_query(part, check);
}

void expect_well_formed(const Query& query) {
  switch (query.op) {
    case Op::everything: EXPECT_TRUE(query.text.empty() && query.parts.empty()); break;
    case Op::word:
    case Op::prefix: EXPECT_EQ(query.text.size(), 1u); break;
    case Op::phrase: EXPECT_FALSE(query.text.empty()); break;
    case Op::title: EXPECT_EQ(query.field, "title"); [[fallthrough]];
    case Op::exclude: EXPECT_EQ(query.parts.size(), 1u); break;
    case Op::best: EXPECT_FALSE(query.parts.empty()) << "only the whole may ask for nothing"; break;
    case Op::any: EXPECT_GE(query.parts.size(), 2u); break;
    case Op::all: EXPECT_FALSE(query.parts.empty()); break;
    case Op::near: EXPECT_GE(query.parts.size(), 2u); break;
    case Op::filter:
      EXPECT_FALSE(query.field.empty());
      EXPECT_EQ(query.text.size(), 1u);
      break;
    case Op::date: EXPECT_EQ(query.text.size(), 2u); break;
    case Op::facet: ADD_FAILURE() << "an option, which nobody can type"; break;
  }
  for (const std::string& text : query.text) {
    EXPECT_TRUE(!text.empty() || query.op == Op::date);
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

TEST(ParseQuery, MakesAWellFormedTreeOfAnySoupOfSigns) {
  constexpr std::array<const char*, 29> kSoup = {
      "알리바바", "의료",   "OR",    "|",       "(",  ")",     "\"",      "-",   "*",      " ", " ",
      " ",        "title:", "제목:", "“",       "”",  "\xff",  "AND",     "NOT", "NEAR/3", "!", "+",
      "~2",       "press:", "date:", "2020-02", "..", "path:", "최근 7일"};
  std::mt19937 random(20200203);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto left = random() % 20; left > 0; --left) text += kSoup[random() % kSoup.size()];
    SCOPED_TRACE(text);
    const ParsedQuery parsed = parse_query(text);
    if (parsed.query != Query{}) for_each_query(parsed.query, expect_well_formed);
    EXPECT_EQ(parse_query(text).query, parsed.query);
    std::vector<Note> once;
    add_notes(once, parsed.notes);
    EXPECT_EQ(parsed.notes, once) << "a note twice";
    if (HasFailure()) return;
  }
}

TEST(ParsePlain, TakesNoSignForSyntax) {
  for (const char* const group : {"basic", "recover"}) {
    for (const DataRow& row : read_rows("query/parse.tsv", group)) {
      SCOPED_TRACE(row.place);
      const ParsedQuery parsed = parse_plain(row.column(0));
      for_each_query(parsed.query, [](const Query& query) {
        EXPECT_TRUE(query.op == Op::best || query.op == Op::word || query.op == Op::everything);
      });
      EXPECT_TRUE(parsed.notes.empty());
    }
  }
}

}  // namespace
}  // namespace gisa
