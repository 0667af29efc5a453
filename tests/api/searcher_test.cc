#include "gisa/searcher.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace gisa
