#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/database/database.h"
#include "common/database/schema.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

void write(const std::string& file, const std::string& text) { std::ofstream(file) << text; }

std::string new_folder(const TempFolder& parent, const std::string& name) {
  fs::create_directory(parent / name);
  return parent / name;
}

// The error of opening `database` to search it.
Error opening_error(const std::string& database) {
  try {
    Searcher searcher(database);
  } catch (const Error& error) {
    EXPECT_EQ(error.message().find('\n'), std::string::npos) << "one line";
    EXPECT_NE(error.message().find(database), std::string::npos) << "names the database";
    EXPECT_FALSE(error.hint().empty());
    return error;
  }
  ADD_FAILURE() << database << " was opened";
  return {ErrorCode::internal, ""};
}

TEST(Searcher, RefusesADatabaseThatIsMissing) {
  const TempFolder temp;
  EXPECT_EQ(opening_error(temp / "none").code(), ErrorCode::database_missing);
  EXPECT_EQ(opening_error(new_folder(temp, "empty")).code(), ErrorCode::database_missing);
  write(new_folder(temp, "begun") + "/gisa.lock", "");
  EXPECT_EQ(opening_error(temp / "begun").code(), ErrorCode::database_missing);
}

TEST(Searcher, RefusesWhatIsNotADatabaseOfGisa) {
  const TempFolder temp;
  write(temp / "file", "쌀 20kg");
  EXPECT_EQ(opening_error(temp / "file").code(), ErrorCode::database_foreign);
  write(new_folder(temp, "folder") + "/가계부.txt", "쌀 20kg");
  EXPECT_EQ(opening_error(temp / "folder").code(), ErrorCode::database_foreign);
}

// A database of one generation whose stamps `change` has changed.
template <typename Change>
std::string stamped(const TempFolder& temp, Change change) {
  std::string path = new_folder(temp, "db");
  Xapian::WritableDatabase database(path + "/gen-1", Xapian::DB_CREATE);
  change(database);
  database.commit();
  write(path + "/XAPIANDB", "auto gen-1\n");
  return path;
}

TEST(Searcher, RefusesAXapianDatabaseOfAnotherProgram) {
  const TempFolder temp;
  const std::string path = stamped(temp, [](Xapian::WritableDatabase&) {});
  EXPECT_EQ(opening_error(path).code(), ErrorCode::database_foreign);
}

TEST(Searcher, RefusesANewerSchemaAndSaysWhich) {
  const TempFolder temp;
  const std::string path = stamped(temp, [](Xapian::WritableDatabase& database) {
    stamp(database, Analyzer::current());
    database.set_metadata(std::string(schema::kVersionKey), "9999");
  });
  const Error error = opening_error(path);
  EXPECT_EQ(error.code(), ErrorCode::database_foreign);
  EXPECT_NE(error.message().find("9999"), std::string::npos);
}

TEST(Searcher, RefusesAnUnknownAnalyzerAndSaysWhich) {
  const TempFolder temp;
  const std::string path = stamped(temp, [](Xapian::WritableDatabase& database) {
    stamp(database, Analyzer::current());
    database.set_metadata(std::string(schema::kAnalyzerKey), "tlh/1");
  });
  const Error error = opening_error(path);
  EXPECT_EQ(error.code(), ErrorCode::database_foreign);
  EXPECT_NE(error.message().find("tlh/1"), std::string::npos);
}

TEST(Searcher, RefusesADamagedDatabase) {
  const TempFolder temp;
  const std::string path = temp / "db";
  fs::copy(news_database(), path, fs::copy_options::recursive);
  ASSERT_NO_THROW(Searcher{path});
  write(path + "/gen-1/iamglass", "이것은 표가 아니다");
  EXPECT_EQ(opening_error(path).code(), ErrorCode::database_damaged);
  fs::remove(path + "/gen-1/iamglass");
  EXPECT_EQ(opening_error(path).code(), ErrorCode::database_damaged);
  fs::remove_all(path + "/gen-1");
  EXPECT_EQ(opening_error(path).code(), ErrorCode::database_damaged);
}

TEST(Searcher, RefusesAStubThatNamesNothing) {
  const TempFolder temp;
  const std::string path = temp / "db";
  fs::copy(news_database(), path, fs::copy_options::recursive);
  for (const char* const stub : {"auto\n", "auto gen-7\n", "쌀 20kg\n"}) {
    write(path + "/XAPIANDB", stub);
    EXPECT_EQ(opening_error(path).code(), ErrorCode::database_damaged) << '"' << stub << '"';
  }
}

TEST(Searcher, FindsNothingInADatabaseOfNoArticles) {
  const TempFolder temp;
  index_articles(temp / "db", {});
  const Searcher searcher(temp / "db");
  for (const char* const query : {"알리바바", "*", "-알리바바", "\"무료 상담\"", "바*"}) {
    const SearchResult result = searcher.search(parse_query(query).query);
    EXPECT_EQ(result.total, 0u) << query;
    EXPECT_TRUE(result.total_exact) << query;
  }
}

}  // namespace
}  // namespace gisa
