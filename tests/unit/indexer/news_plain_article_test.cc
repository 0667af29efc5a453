#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/news/field_names.h"
#include "indexer/news/plain_article.h"
#include "tests/unit/common/table.h"

namespace gisa {
namespace {

TEST(PlainArticle, TitleAndBodyAreAsInTheTable) {
  for (const test::Row& row : test::read_table("news/plain_articles.tsv", 3)) {
    const Article article = article_from_plain_text(row.cells[0]);
    EXPECT_EQ(article.title, row.cells[1]) << row.where;
    EXPECT_EQ(article.body, row.cells[2]) << row.where;
  }
}

TEST(PlainArticle, ALongFirstLineIsNoTitle) {
  std::string line;
  for (int i = 0; i < 101; ++i) line += "가";
  EXPECT_EQ(article_from_plain_text(line + "\n본문").title, "");
  line.resize(line.size() - 3);
  EXPECT_EQ(article_from_plain_text(line + "\n본문").title, line);
}

TEST(PlainArticle, DatePressAndBylineAreAsInTheTable) {
  for (const test::Row& row : test::read_table("news/signatures.tsv", 4)) {
    Article article;
    article.body = row.cells[0];
    complete_from_body(article);
    EXPECT_EQ(article.date, row.cells[1]) << row.where;
    EXPECT_EQ(article.press, row.cells[2]) << row.where;
    EXPECT_EQ(article.byline, row.cells[3]) << row.where;
    EXPECT_EQ(article.body, row.cells[0]) << row.where;
  }
}

TEST(PlainArticle, WhatTheRecordSaysItselfStays) {
  Article article;
  article.date = "2019-12-31";
  article.press = "늘봄일보";
  article.byline = "이하늘";
  article.body = "입력 2020-02-03 09:14\n(한빛경제=김서연 기자) 정부가 대책을 내놨다.";
  complete_from_body(article);
  EXPECT_EQ(article.date, "2019-12-31");
  EXPECT_EQ(article.press, "늘봄일보");
  EXPECT_EQ(article.byline, "이하늘");
}

TEST(PlainArticle, ARecordsBylineLosesItsRole) {
  Article article;
  article.byline = "이하늘 기자";
  complete_from_body(article);
  EXPECT_EQ(article.byline, "이하늘");
}

TEST(PlainArticle, ADateDeepInsideTheBodyIsNotItsDate) {
  Article article;
  for (int i = 0; i < 30; ++i) article.body += "정부가 쌀값 대책을 내놨다.\n";
  article.body += "2020-02-03 09:14";
  complete_from_body(article);
  EXPECT_EQ(article.date, "");
}

TEST(FieldNames, MeanTheFieldInTheTable) {
  for (const test::Row& row : test::read_table("news/field_names.tsv", 2)) {
    Article article;
    const std::string* const found = field_named(article, row.cells[0]);
    const std::pair<std::string_view, const std::string*> kFields[] = {
        {"id", &article.id},       {"title", &article.title},
        {"body", &article.body},   {"date", &article.date},
        {"press", &article.press}, {"byline", &article.byline},
        {"url", &article.url},     {"-", nullptr}};
    const auto* expected = std::find_if(std::begin(kFields), std::end(kFields),
                                        [&](const auto& f) { return f.first == row.cells[1]; });
    ASSERT_NE(expected, std::end(kFields)) << row.where;
    EXPECT_EQ(found, expected->second) << row.where << ": " << row.cells[0];
  }
}

TEST(FieldNames, OnlyEmptyFieldsAreFilled) {
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
