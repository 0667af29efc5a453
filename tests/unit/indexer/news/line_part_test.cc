#include "indexer/news/line_part.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/table.h"

namespace gisa {
namespace {

std::string_view name_of(LineKind kind) {
  constexpr std::string_view kNames[] = {"blank", "text", "heading", "caption", "notice"};
  return kNames[static_cast<std::size_t>(kind)];
}

TEST(LinePart, IsCutAsInTheTable) {
  for (const test::Row& row : test::read_table("news/line_parts.tsv", 2)) {
    const std::string& line = row.cells[0];
    std::string parts;
    std::size_t end = 0;
    for (const LinePart& part : parts_of_line(line)) {
      EXPECT_EQ(part.begin, end) << row.where;
      parts += fmt::format("{}{}:{}", parts.empty() ? "" : "¦", name_of(part.kind),
                           line.substr(part.begin, part.end - part.begin));
      end = part.end;
    }
    EXPECT_EQ(end, line.size()) << row.where;
    EXPECT_EQ(parts, row.cells[1]) << row.where;
  }
}

TEST(LinePart, OfNothingIsNone) { EXPECT_TRUE(parts_of_line("").empty()); }

}  // namespace
}  // namespace gisa
