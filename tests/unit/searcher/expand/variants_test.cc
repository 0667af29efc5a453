#include "searcher/expand/variants.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/text/utf8.h"
#include "searcher/expand/loanword.h"
#include "searcher/expand/number.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"
#include "tests/support/data_rows.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

std::string printed(const std::vector<std::u32string>& words) {
  std::vector<std::string> out;
  for (const std::u32string& word : words) out.push_back(utf8(word));
  return fmt::format("{}", fmt::join(out, " "));
}

TEST(Variants, OfLoanwordsHaveWhatTheTableSays) {
  for (const DataRow& row : read_rows("query/variants.tsv", "loanword")) {
    SCOPED_TRACE(row.place);
    const std::string spellings = printed(loanword_spellings(folded_chars(row.column(0))));
    const std::string wanted(row.column(1));
    EXPECT_TRUE(wanted.empty()
                    ? folded_chars(row.column(0)).size() < 3 || spellings.empty()
                    : (" " + spellings + " ").find(" " + wanted + " ") != std::string::npos)
        << spellings;
  }
}

TEST(Variants, OfNumbersAreThoseOfTheTable) {
  for (const DataRow& row : read_rows("query/variants.tsv", "number")) {
    SCOPED_TRACE(row.place);
    EXPECT_EQ(printed(number_forms(folded_chars(row.column(0)))), row.column(1));
  }
}

TEST(Variants, OfANumberWithAUnitAreOfAllThatWasTyped) {
  EXPECT_EQ(number_as_typed(U"50유", U"50유로"), U"50유로");
  EXPECT_EQ(number_as_typed(U"30프", U"30프로"), U"30프로");
  EXPECT_EQ(number_as_typed(U"30명", U"30명은"), U"30명");
}

class VariedNews : public testing::Test {
 protected:
  VariedNews() {
    std::vector<Article> articles(7);
    const char* const bodies[] = {"세계보건기구(WHO)가 회의를 열어 백신을 말했다.",
                                  "WHO 사무총장이 방한했다.",
                                  "시가 콘텐츠 사업을 넓힌다. 콘텐츠 기업이 는다.",
                                  "새 백신이 나왔다.",
                                  "예방주사를 맞는 사람이 늘었다.",
                                  "세계보건기구(WHO)가 독감을 경고했다.",
                                  "한국이 세계보건기구(WHO) 이사국이 됐다."};
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].id = std::to_string(i);
      articles[i].body = bodies[i];
    }
    index_articles(path(), articles);
  }

  std::string path() const { return folder_ / "db"; }

  std::string ids(const char* query, SearchOptions options = {}) const {
    std::vector<std::string> found;
    for (const Hit& hit : Searcher(path()).search(parse_query(query).query, options).hits) {
      found.push_back(hit.article.id);
    }
    return fmt::format("{}", fmt::join(found, " "));
  }

  std::string write(const char* name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  const TempFolder folder_;
};

TEST_F(VariedNews, FindsTheOtherNameAfterTheTypedOne) {
  EXPECT_EQ(ids("세계보건기구"), "5 0 6 1");
  EXPECT_EQ(ids("컨텐츠"), "2");
}

class NumberedNews : public testing::Test {
 protected:
  NumberedNews() {
    std::vector<Article> articles(4);
    const char* const bodies[] = {"예산은 2천5백억원이다.", "관객 3.2만명이 찾았다.",
                                  "입장료는 €50이다.", "방풍과 풍구, 구죠 씨가 나온 글이다."};
    for (std::size_t i = 0; i < articles.size(); ++i) {
      articles[i].id = std::to_string(i);
      articles[i].body = bodies[i];
    }
    index_articles(folder_ / "db", articles);
  }

  SearchResult answer(const char* query) const {
    return Searcher(folder_ / "db").search(parse_query(query).query, {});
  }
  std::string ids(const char* query) const {
    std::string found;
    for (const Hit& hit : answer(query).hits) found += hit.article.id;
    return found;
  }

  const TempFolder folder_;
};

TEST_F(NumberedNews, FindsANumberBeforeAnyUnit) {
  EXPECT_EQ(ids("2500억"), "0");
  EXPECT_EQ(ids("3만2천"), "1");
  EXPECT_EQ(ids("50유로"), "2");
}

TEST_F(NumberedNews, ReadsNoLoanwordOfWhichOnlyPairsStand) {
  for (const Note& note : answer("방풍구조").notes) {
    EXPECT_EQ(note.text.find("방풍구죠"), std::string::npos) << note.text;
  }
}

TEST_F(VariedNews, FindsNothingElseWhenExact) {
  SearchOptions options;
  options.exact = true;
  options.correct = false;
  EXPECT_EQ(ids("세계보건기구", options), "5 0 6");
  EXPECT_EQ(ids("컨텐츠", options), "");
  EXPECT_EQ(ids("\"세계보건기구\""), "5 0 6") << "a phrase is as typed";
}

TEST_F(VariedNews, ReadsTheUsersSynonyms) {
  SearchOptions options;
  options.synonyms = write("mine.txt", "# 의료\n백신, 예방주사\n콘텐트 => 콘텐츠 # 한쪽\n");
  EXPECT_EQ(ids("백신", options), "3 0 4");
  EXPECT_EQ(ids("예방주사", options), "4 3 0");
  EXPECT_EQ(ids("백신"), "3 0");
}

TEST_F(VariedNews, FindsSynonymsBesideTheDatabase) {
  write("db/synonyms", "백신, 예방주사\r\n");
  EXPECT_EQ(ids("백신"), "3 0 4");
}

TEST_F(VariedNews, NamesALineThatIsNoGroup) {
  for (const char* const line : {"백신", "백신,", "=> 백신", "백신 =>", ", "}) {
    SearchOptions options;
    options.synonyms = write("bad.txt", std::string("가나, 다라\n") + line + "\n");
    try {
      ids("백신", options);
      ADD_FAILURE() << line;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::input);
      EXPECT_NE(error.message().find("bad.txt:2: "), std::string::npos) << error.message();
    }
  }
}

}  // namespace
}  // namespace gisa
