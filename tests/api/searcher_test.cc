#include "gisa/searcher.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "gisa/c.h"
#include "gisa/indexer.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

TEST(Searcher, ReadsTheQueryLanguageAndTellsWhatItDropped) {
  const test::TempFolder folder;
  const std::string database = (folder.path() / "news.db").string();
  {
    Indexer indexer(database);
    Article article;
    article.id = "1";
    article.title = "첫눈";
    article.body = "서울에 첫눈이 내렸다.";
    indexer.add(article);
    indexer.commit();
  }
  const Searcher searcher(database);
  EXPECT_EQ(searcher.search("\"첫눈이 내렸다\"").hits.size(), 1u);
  EXPECT_EQ(searcher.search("첫눈 -서울").hits.size(), 0u);
  const SearchResult open = searcher.search("(첫눈");
  EXPECT_EQ(open.hits.size(), 1u);
  EXPECT_EQ(open.notes.size(), 1u);
}

TEST(Searcher, AMissingDatabaseIsAnError) {
  try {
    Searcher("/nowhere/news.db");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::database_missing);
    EXPECT_STREQ(error.what(), "there is no database at /nowhere/news.db");
  }
}

// A hundred articles, and a query that takes its time: each phrase has to be looked for in each.
class SlowSearch : public testing::Test {
 protected:
  SlowSearch() {
    Indexer indexer(database());
    for (int number = 0; number < 100; ++number) {
      Article article;
      article.id = std::to_string(number);
      for (int line = 0; line < 25; ++line)
        article.body += "배추 값이 지난주보다 올랐다고 상인들이 말했다.\n";
      indexer.add(article);
    }
    indexer.commit();
    for (int number = 0; number < 200; ++number) {
      query_ += (number > 0 ? " OR " : "") + ("\"배추 값이 상인" + std::to_string(number)) + "\"";
    }
  }

  std::string database() const { return (folder_.path() / "news.db").string(); }
  const std::string& query() const { return query_; }

 private:
  test::TempFolder folder_;
  std::string query_;
};

TEST_F(SlowSearch, IsCancelledWhenItsCallerSaysSo) {
  const Searcher searcher(database());
  SearchOptions options;
  options.exact_total = true;
  int asked = 0;
  options.is_cancelled = [&] { return ++asked == 50; };
  try {
    searcher.search(query(), options);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
    EXPECT_STREQ(error.what(), "the search was cancelled");
  }
  EXPECT_EQ(asked, 50);
  EXPECT_EQ(searcher.search("배추", {.limit = 5, .fold = false}).hits.size(), 5u);
  EXPECT_EQ(searcher.article("7").size(), 1u);
}

TEST_F(SlowSearch, IsCancelledFromAnotherThreadInC) {
  gisa_searcher* const searcher = gisa_searcher_open(database().c_str(), nullptr);
  ASSERT_NE(searcher, nullptr);
  std::atomic<bool> is_over = false;
  std::thread canceller([&] {
    while (!is_over) gisa_searcher_cancel(searcher);
  });
  char* error = nullptr;
  EXPECT_EQ(gisa_search(searcher, query().c_str(), R"({"count": true})", &error), nullptr);
  is_over = true;
  canceller.join();
  EXPECT_EQ(std::string(error), R"({"code":"cancelled","message":"the search was cancelled"})");
  gisa_free(error);
  char* const answer = gisa_search(searcher, "배추", nullptr, nullptr);
  EXPECT_NE(answer, nullptr) << "what was cancelled before a search does not end it";
  gisa_free(answer);
  gisa_searcher_close(searcher);
}

}  // namespace
}  // namespace gisa
