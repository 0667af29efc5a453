#include <gtest/gtest.h>

#include "indexer/news/line_kind.h"
#include "tests/unit/common/table.h"

namespace gisa {
namespace {

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

TEST(LineKind, IsAsInTheTable) {
  for (const test::Row& row : test::read_table("news/line_kinds.tsv", 2)) {
    EXPECT_EQ(name_of(classify_line(row.cells[1])), row.cells[0])
        << row.where << ": " << row.cells[1];
  }
}

TEST(LineKind, BlanksAroundALineDoNotMatter) {
  for (const test::Row& row : test::read_table("news/line_kinds.tsv", 2)) {
    EXPECT_EQ(name_of(classify_line(" \t" + row.cells[1] + "\u3000\r")), row.cells[0])
        << row.where << ": " << row.cells[1];
  }
}

TEST(LineKind, OnlyCaptionsAndNoticesAreQuiet) {
  EXPECT_TRUE(is_quiet(LineKind::caption));
  EXPECT_TRUE(is_quiet(LineKind::notice));
  EXPECT_FALSE(is_quiet(LineKind::text));
  EXPECT_FALSE(is_quiet(LineKind::heading));
  EXPECT_FALSE(is_quiet(LineKind::blank));
}

}  // namespace
}  // namespace gisa
