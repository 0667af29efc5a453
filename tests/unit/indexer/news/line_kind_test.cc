#include "indexer/news/line_kind.h"

#include <gtest/gtest.h>

#include <set>

#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

std::string_view decided_by(std::string_view line) {
  if (const LineRule* rule = line_rule(line)) return rule->name;
  return trim(line).empty() ? "blank" : "text";
}

std::string_view kind_of_rule(std::string_view name) { return name.substr(0, name.find('-')); }

std::string_view name_of(LineKind kind) {
  switch (kind) {
    case LineKind::blank: return "blank";
    case LineKind::text: return "text";
    case LineKind::heading: return "heading";
    case LineKind::caption: return "caption";
    case LineKind::notice: return "notice";
  }
  return "?";
}

TEST(LineKind, IsDecidedByTheRuleInTheTable) {
  for (const test::Row& row : test::read_table("news/line_kinds.tsv", 2)) {
    EXPECT_EQ(decided_by(row.cells[1]), row.cells[0]) << row.where << ": " << row.cells[1];
    EXPECT_EQ(name_of(classify_line(row.cells[1])), kind_of_rule(row.cells[0])) << row.where;
  }
}

TEST(LineKind, EveryRuleHasARowInTheTable) {
  std::set<std::string> shown;
  for (const test::Row& row : test::read_table("news/line_kinds.tsv", 2)) {
    shown.insert(row.cells[0]);
  }
  for (const LineRule& rule : line_rules()) {
    EXPECT_EQ(shown.count(std::string(rule.name)), 1u) << rule.name;
  }
}

TEST(LineKind, BlanksAroundALineDoNotMatter) {
  for (const test::Row& row : test::read_table("news/line_kinds.tsv", 2)) {
    EXPECT_EQ(decided_by(" \t" + row.cells[1] + "\u3000\r"), row.cells[0])
        << row.where << ": " << row.cells[1];
  }
}

TEST(LineKind, OnlyCaptionsAndNoticesAreBoilerplate) {
  EXPECT_TRUE(is_boilerplate(LineKind::caption));
  EXPECT_TRUE(is_boilerplate(LineKind::notice));
  EXPECT_FALSE(is_boilerplate(LineKind::text));
  EXPECT_FALSE(is_boilerplate(LineKind::heading));
  EXPECT_FALSE(is_boilerplate(LineKind::blank));
}

}  // namespace
}  // namespace gisa
