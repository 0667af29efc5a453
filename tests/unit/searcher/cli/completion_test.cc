#include "searcher/cli/completion.h"

#include <gtest/gtest.h>

#include "gisa/searcher.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

using Words = std::vector<std::string>;

Words two_newspapers(std::string_view field, std::string_view beginning) {
  Words out;
  for (const char* const name : {"다온뉴스", "다온 경제"}) {
    if (field == "press" && std::string_view(name).starts_with(beginning)) out.emplace_back(name);
  }
  return out;
}

TEST(Completions, AreWhatTheQueryLanguageUnderstands) {
  EXPECT_EQ(completions("ti", two_newspapers), (Words{"title:"}));
  EXPECT_EQ(completions("제", two_newspapers), (Words{"제목:"}));
  EXPECT_EQ(completions("O", two_newspapers), (Words{"OR"}));
  EXPECT_EQ(completions("알리", two_newspapers), (Words{}));
  for (const std::string& known : completions("", two_newspapers)) {
    const bool is_field = known.ends_with(':');
    const bool has_number = known.ends_with('/') || known == "date:" || known == "날짜:";
    const std::string part = known + (has_number ? "2020" : "");
    const std::string query = is_field ? part + (has_number ? "" : "쌀") : "쌀 " + part + " 밀";
    EXPECT_NE(parse_query(query).query, parse_plain(query).query) << query;
  }
}

TEST(Completions, AreTheNamesOfAField) {
  EXPECT_EQ(completions("press:다", two_newspapers),
            (Words{"press:다온뉴스", "press:\"다온 경제\""}));
  EXPECT_EQ(completions("언론사:\"다온 ", two_newspapers), (Words{"언론사:\"다온 경제\""}));
  EXPECT_EQ(completions("by:다", two_newspapers), (Words{}));
}

TEST(LastWord, BeginsBehindABlankABracketOrAMinus) {
  EXPECT_EQ(last_word(""), 0u);
  EXPECT_EQ(last_word("쌀"), 0u);
  EXPECT_EQ(last_word("쌀 ti"), 4u);
  EXPECT_EQ(last_word("(ti"), 1u);
  EXPECT_EQ(last_word("쌀 -ti"), 5u);
  EXPECT_EQ(last_word("쌀 "), 4u);
}

TEST(CommonBeginning, EndsWithAWholeCharacter) {
  EXPECT_EQ(common_beginning({"다온뉴스"}), "다온뉴스");
  EXPECT_EQ(common_beginning({"다온뉴스", "다온경제"}), "다온");
  EXPECT_EQ(common_beginning({"각", "간"}), "");
}

TEST(Names, AreThoseOfTheDatabase) {
  const Searcher searcher(news_database());
  const Words all = searcher.names("press", "");
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(searcher.names("press", all[0]).at(0), all[0]);
  EXPECT_EQ(searcher.names("press", "", 1).size(), 1u);
  EXPECT_TRUE(searcher.names("press", "샤오미").empty());
  EXPECT_TRUE(searcher.names("title", "").empty());
}

}  // namespace
}  // namespace gisa
