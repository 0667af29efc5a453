#include "indexer/news/field_map.h"

#include <gtest/gtest.h>

#include "gisa/error.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

TEST(FieldMap, NamesMeanTheFieldInTheTable) {
  for (const test::Row& row : test::read_table("news/field_names.tsv", 2)) {
    const auto choices = FieldMap().choices({row.cells[0]});
    const std::string_view field = choices.empty() ? "-" : choices[0].field;
    EXPECT_EQ(field, row.cells[1]) << row.where << ": " << row.cells[0];
    EXPECT_EQ(FieldMap().knows(row.cells[0]), field != "-") << row.where;
  }
}

TEST(FieldMap, TheBestNameThatHasTextWins) {
  const Article article = FieldMap().article_of(
      {{"summary", "짧은 글"}, {"본문", "긴 글"}, {"body", " "}, {"headline", "알리바바"}});
  EXPECT_EQ(article.body, "긴 글");
  EXPECT_EQ(article.title, "알리바바");
}

TEST(FieldMap, APartOfANameFillsWhatNoWholeNameDoes) {
  const auto article_of = [](const Record& record) {
    return FieldMap::article_of(record, FieldMap().uses_by_parts(record));
  };
  const Article article = article_of({{"정제본문", "짧은 글"},
                                      {"본문원본", "이쪽이 긴 글이다"},
                                      {"본문 이미지", "https://daon.example/very/long/address.jpg"},
                                      {"body_length", "1234567890123"},
                                      {"수집일자", "2021-01-01"},
                                      {"news_date_text", "2020-02-03"},
                                      {"meta.title", "다른 것의 제목"}});
  EXPECT_EQ(article.body, "이쪽이 긴 글이다");
  EXPECT_EQ(article.date, "2020-02-03");
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article_of({{"본문", "짧은 글"}, {"정제본문", "이쪽이 긴 글이다"}}).body, "짧은 글");
}

TEST(FieldMap, SectionsOfBigKindsAreReadTogether) {
  const auto section_of = [](const Record& record) {
    return FieldMap().article_of(record).section;
  };
  EXPECT_EQ(
      section_of(
          {{"통합 분류1", "정치>국회_정당"}, {"통합 분류2", "사회>사건_사고"}, {"통합 분류3", ""}}),
      "정치>국회_정당, 사회>사건_사고");
  EXPECT_EQ(section_of({{"통합 분류2", "사회>사건_사고"}, {"분류", "정치"}}), "정치");
}

TEST(FieldMap, NumbersOfPagesAreNoSection) {
  const auto section_of = [](const Record& record) {
    return FieldMap().article_of(record).section;
  };
  EXPECT_EQ(section_of({{"지면", "A12"}}), "");
  EXPECT_EQ(section_of({{"지면", "12면"}, {"category", "사회"}}), "사회");
  EXPECT_EQ(section_of({{"category", "103"}}), "");
}

TEST(FieldMap, TheUserIsRight) {
  FieldMap fields;
  fields.add_rule("title=소제목");
  fields.add_rule("body=Long Text");
  const Article article =
      fields.article_of({{"title", "갑"}, {"소제목", "을"}, {"long_text", "병"}, {"body", "정"}});
  EXPECT_EQ(article.title, "을");
  EXPECT_EQ(article.body, "병");
}

TEST(FieldMap, RulesNameAFieldOfAnArticle) {
  for (const char* const rule : {"제목", "heading=제목", "title=", "=제목", ""}) {
    FieldMap fields;
    EXPECT_THROW(fields.add_rule(rule), Error) << rule;
  }
}

TEST(FieldMap, OnlyEmptyFieldsAreFilled) {
  Article article;
  article.title = "쌀값";
  const Article other{"1",      "다른 제목",           "본문", "2020", "다온뉴스",
                      "김서연", "https://daon.example"};
  fill_empty_fields(article, other);
  EXPECT_EQ(article.title, "쌀값");
  EXPECT_EQ(article.id, "1");
  EXPECT_EQ(article.body, "본문");
  EXPECT_EQ(article.date, "2020");
  EXPECT_EQ(article.press, "다온뉴스");
  EXPECT_EQ(article.byline, "김서연");
  EXPECT_EQ(article.url, "https://daon.example");
}

}  // namespace
}  // namespace gisa
