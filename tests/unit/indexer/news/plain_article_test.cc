#include "indexer/news/plain_article.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/news/byline.h"
#include "indexer/news/signature.h"
#include "tests/support/table.h"

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

TEST(Signature, EveryFormHasAName) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"(한빛경제=김서연 기자) 정부가 대책을 내놨다.", "press=reporter"},
      {"[서울=다온뉴스] 박도윤 기자 = 정부가 대책을 내놨다.", "place=press-reporter"},
      {"[서울=다온뉴스] 정부가 대책을 내놨다.", "place=press"},
      {"[다온뉴스 박도윤 기자] 정부가 대책을 내놨다.", "enclosed-reporter"},
      {"다온뉴스 박도윤 기자", "reporter-line"}};
  EXPECT_EQ(std::size(rows), signature_forms().size());
  for (const auto& [line, name] : rows) {
    const SignatureForm* form = nullptr;
    EXPECT_GT(read_signature(line, &form).length, 0u) << line;
    ASSERT_NE(form, nullptr) << line;
    EXPECT_EQ(form->name, name) << line;
  }
}

TEST(Signature, NamesEachOfThoseWhoSign) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(names_in_byline("김서연·박도윤"), (Names{"김서연", "박도윤"}));
  EXPECT_EQ(names_in_byline("김서연 기자, 박도윤 특파원"), (Names{"김서연", "박도윤"}));
  EXPECT_EQ(names_in_byline("김서연"), Names{"김서연"});
  EXPECT_EQ(names_in_byline(""), Names{});
}

TEST(PlainArticle, ADateDeepInsideTheBodyIsNotItsDate) {
  Article article;
  for (int i = 0; i < 30; ++i) article.body += "정부가 쌀값 대책을 내놨다.\n";
  article.body += "2020-02-03 09:14";
  complete_from_body(article);
  EXPECT_EQ(article.date, "");
}

}  // namespace
}  // namespace gisa
