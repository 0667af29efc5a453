#include "gisa/indexer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "gisa/searcher.h"
#include "tests/support/article.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

using test::article;

class IndexerTest : public ::testing::Test {
 protected:
  // The ids of the articles that are found, the best first.
  std::string found(const std::string& query) const {
    SearchOptions options;
    options.correct = false;
    options.limit = 1000;
    std::string ids;
    for (const Hit& hit : Searcher(database()).search(query, options).hits) {
      ids += (ids.empty() ? "" : " ") + hit.article.id;
    }
    return ids;
  }

  // The exit status of gisa-index.
  int index(const std::string& arguments) const {
    const std::string command = std::string(GISA_INDEX) + " --db " + database() + ' ' + arguments +
                                " 2>" + (folder_.path() / "err").string();
    return WEXITSTATUS(std::system(command.c_str()));
  }

  static ErrorCode code_of(const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }

  std::string database() const { return (folder_.path() / "news.db").string(); }

  test::TempFolder folder_;
};

TEST_F(IndexerTest, ADateThatIsNotUnderstoodIsAnError) {
  Indexer indexer(database());
  Article first = article("1", "첫눈", "서울에 첫눈이 내렸다.");
  first.date = "어제께";
  EXPECT_EQ(code_of([&] { indexer.add(first); }), ErrorCode::usage);
  first.date = "2020.2.3. PM 2:20";
  first.modified = "나중에";
  EXPECT_EQ(code_of([&] { indexer.add(first); }), ErrorCode::usage);
  first.modified = "Feb 4, 2020";
  indexer.add(first);
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("date:2020-02-03 첫눈"), "1");
}

TEST_F(IndexerTest, AnArticleIsFoundFromTheCommitOn) {
  Indexer indexer(database());
  EXPECT_EQ(indexer.commit(), 0u);
  indexer.add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
  EXPECT_EQ(found("첫눈"), "");
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("첫눈"), "1");
}

TEST_F(IndexerTest, WhatIsNotCommittedIsForgotten) {
  Indexer(database()).add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
  EXPECT_EQ(Indexer(database()).commit(), 0u);
  EXPECT_EQ(found("첫눈"), "");
}

TEST_F(IndexerTest, TheNextArticleOfAnIdReplacesIt) {
  Indexer indexer(database());
  indexer.add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
  indexer.add(article("1", "첫눈", "부산에 첫눈이 내렸다."));
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("서울"), "");
  EXPECT_EQ(found("부산"), "1");
  indexer.add(article("1", "첫눈", "광주에 첫눈이 내렸다."));
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("부산"), "");
  EXPECT_EQ(found("광주"), "1");
}

TEST_F(IndexerTest, ARemovedArticleIsGone) {
  Indexer indexer(database());
  indexer.add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
  indexer.add(article("2", "장마", "부산에 장마가 왔다."));
  indexer.commit();
  EXPECT_TRUE(indexer.remove("1"));
  EXPECT_FALSE(indexer.remove("1"));
  EXPECT_FALSE(indexer.remove("3"));
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("첫눈"), "");
  indexer.add(article("1", "첫눈", "서울에 첫눈이 또 내렸다."));
  EXPECT_TRUE(indexer.remove("1"));
  EXPECT_EQ(indexer.commit(), 1u);
  EXPECT_EQ(found("장마"), "2");
}

TEST_F(IndexerTest, ALargeCommitHoldsEveryArticle) {
  IndexerOptions options;
  options.memory = 200'000;
  Indexer indexer(database(), options);
  const std::string filler(3000, 'x');
  for (int i = 0; i < 1000; ++i) {
    indexer.add(article(std::to_string(i), "기상 속보", "서울에 첫눈이 내렸다. " + filler));
  }
  EXPECT_EQ(indexer.commit(), 1000u);
  SearchOptions options_of_all;
  options_of_all.exact_total = true;
  options_of_all.fold = false;
  EXPECT_EQ(Searcher(database()).search("첫눈", options_of_all).total, 1000u);
  EXPECT_EQ(index("--check >/dev/null"), 0);
}

TEST_F(IndexerTest, ReplacingAllAgainAndAgainCompactsTheOldOnesAway) {
  Indexer indexer(database());
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 20; ++i) {
      indexer.add(article(std::to_string(i), "기상 속보", "첫눈이 " + std::to_string(round)));
    }
    EXPECT_EQ(indexer.commit(), 20u);
  }
  EXPECT_EQ(index("--stats | grep -q -P 'deleted passages\\t0'"), 0);
  EXPECT_EQ(index("--check >/dev/null"), 0);
}

TEST_F(IndexerTest, TextIsReadAsThatOfFilesIs) {
  Indexer indexer(database());
  Article given = article(
      "1", "첫눈\n내려", "입력 2020.02.03 오전 9:14 | 수정 2020.02.04 10:20\n\n첫눈\xFF이 내렸다.");
  given.press = "\u1112\u1161\u11ab빛경제";
  given.section = "사회>날씨\n지역";
  indexer.add(given);
  indexer.commit();
  const Hit hit = Searcher(database()).search("첫눈").hits.at(0);
  EXPECT_EQ(hit.article.title, "첫눈 내려");
  EXPECT_EQ(hit.article.date, "2020-02-03T09:14");
  EXPECT_EQ(hit.article.modified, "2020-02-04T10:20");
  EXPECT_EQ(hit.article.press, "한빛경제");
  EXPECT_EQ(hit.article.section, "사회>날씨, 지역");
  EXPECT_EQ(hit.record, 0u) << "it is of no file";
  EXPECT_NE(hit.text.find("첫눈\uFFFD이"), std::string::npos);
}

TEST_F(IndexerTest, AnArticleNeedsAnIdAndSomethingToFind) {
  Indexer indexer(database());
  EXPECT_EQ(code_of([&] { indexer.add(article("", "첫눈", "")); }), ErrorCode::usage);
  EXPECT_EQ(code_of([&] { indexer.add(article("1", " ", "\n")); }), ErrorCode::usage);
}

TEST_F(IndexerTest, AFieldThatIsTooLongIsRefusedAndNothingElseIsLost) {
  Indexer indexer(database());
  indexer.add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
  const std::string long_title(5 << 20, 'x');
  EXPECT_EQ(code_of([&] { indexer.add(article("2", long_title, "")); }), ErrorCode::usage);
  indexer.commit();
  EXPECT_EQ(found("첫눈"), "1");
}

TEST_F(IndexerTest, ThereIsOneWriter) {
  const Indexer first(database());
  EXPECT_EQ(code_of([&] { Indexer second(database()); }), ErrorCode::database_busy);
  EXPECT_EQ(index(GISA_CORPUS), 75);
}

TEST_F(IndexerTest, ArticlesOfFilesAndOfProgramsLiveSideBySide) {
  const auto file =
      folder_.write("news/a.json", R"({"id": "a", "title": "장마", "body": "장맛비"})");
  const std::string source = (folder_.path() / "news").string();
  Indexer(database()).commit();
  {
    Indexer indexer(database());
    indexer.add(article("1", "첫눈", "서울에 첫눈이 내렸다."));
    indexer.commit();
  }
  EXPECT_EQ(index(source), 0);
  EXPECT_EQ(found("첫눈"), "1");
  EXPECT_EQ(found("장마"), "a");
  EXPECT_EQ(index("--compact"), 0);
  EXPECT_EQ(found("첫눈"), "1");
  {
    Indexer indexer(database());
    EXPECT_EQ(code_of([&] { indexer.add(article("a", "첫눈", "")); }), ErrorCode::input);
    EXPECT_EQ(code_of([&] { indexer.remove("a"); }), ErrorCode::input);
  }
  EXPECT_EQ(index("--rebuild " + source), 2) << "files alone can be read again";
  EXPECT_EQ(found("첫눈"), "1");
  std::filesystem::remove(file);
  EXPECT_EQ(index(source), 1) << "the folder is empty, and that is said";
  EXPECT_EQ(found("장마"), "");
  EXPECT_EQ(found("첫눈"), "1");
}

TEST_F(IndexerTest, AFilesArticleComesBackWhenTheProgramsOwnGoes) {
  folder_.write("news/a.json", R"({"id": "1", "title": "첫눈", "body": "첫눈이 내렸다."})");
  const std::string source = (folder_.path() / "news").string();
  {
    Indexer indexer(database());
    indexer.add(article("1", "첫눈", "첫눈이 내렸다."));
    indexer.commit();
  }
  EXPECT_EQ(index(source), 0);
  EXPECT_EQ(found("첫눈"), "1");
  {
    Indexer indexer(database());
    EXPECT_TRUE(indexer.remove("1"));
    indexer.commit();
  }
  EXPECT_EQ(found("첫눈"), "");
  EXPECT_EQ(index(source), 0);
  EXPECT_EQ(found("첫눈"), "1");
}

}  // namespace
}  // namespace gisa
