#include <gtest/gtest.h>

#include "gisa/error.h"
#include "gisa/query.h"
#include "tests/support/data_rows.h"

namespace gisa {
namespace {

TEST(Blanks, AreReadAsTheTableSays) {
  for (const DataRow& row : read_rows("query/rewrite.tsv")) {
    SCOPED_TRACE(row.place);
    const Blank blank = row.group == "all" ? Blank::all : Blank::any;
    EXPECT_EQ(to_string(with_blanks(parse_query(row.column(0)).query, blank)), row.column(1));
  }
}

TEST(Blanks, AreARankedOrUnlessToldOtherwise) {
  const Query query = parse_query("알리바바 (의료 \"무료 상담\")").query;
  EXPECT_EQ(with_blanks(query, Blank::best), query);
}

std::string dated(std::string_view query, std::string_view since, std::string_view until) {
  return to_string(within_dates(parse_query(query).query, since, until, "2026-11-25"));
}

TEST(Dates, AreAddedToAnyQuery) {
  EXPECT_EQ(dated("의료", "", ""), "의료");
  EXPECT_EQ(dated("의료", "2020-02", ""), "(best 의료 (date 2020-02-01 *))");
  EXPECT_EQ(dated("의료", "", "2020-02"), "(best 의료 (date * 2020-02-29))");
  EXPECT_EQ(dated("의료 상담", "어제", "어제"), "(best 의료 상담 (date 2026-11-24 2026-11-24))");
  EXPECT_EQ(dated("의료 AND 상담", "7d", ""), "(all 의료 상담 (date 2026-11-19 *))");
  EXPECT_EQ(dated("의료 OR 상담", "2020", "2021"),
            "(best (any 의료 상담) (date 2020-01-01 2021-12-31))");
  EXPECT_EQ(dated("*", "2020", ""), "(best (everything) (date 2020-01-01 *))");
  EXPECT_EQ(dated("()", "2020", ""), "(best)") << "still asks for nothing";
}

TEST(Facets, NarrowAnyQuery) {
  const auto narrowed = [](std::string_view query) {
    return to_string(only_values(parse_query(query).query, "press", {"한빛경제", "다온뉴스"}));
  };
  EXPECT_EQ(narrowed("의료 상담"), "(best 의료 상담 (only press 한빛경제 다온뉴스))");
  EXPECT_EQ(narrowed("의료 OR 상담"), "(best (any 의료 상담) (only press 한빛경제 다온뉴스))");
  EXPECT_EQ(narrowed("의료 OR"), "(best 의료 (only press 한빛경제 다온뉴스))");
  EXPECT_EQ(narrowed("()"), "(best)") << "still asks for nothing";
  EXPECT_THROW(only_values({}, "weather", {"비"}), Error);
}

TEST(Dates, ThatAreNoneAreToldOf) {
  EXPECT_THROW(dated("의료", "나중", ""), Error);
  EXPECT_THROW(dated("의료", "", "2020-13"), Error);
}

}  // namespace
}  // namespace gisa
