#include "common/database/database.h"

#include <gtest/gtest.h>

#include <fstream>

#include "common/database/schema.h"
#include "common/folder/generation.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;
using test::TempFolder;

// Publishes a database of one document, after `change` has had a last look at it.
template <typename Change>
void publish(const fs::path& folder, Change change) {
  GenerationWriter writer(folder);
  {
    Xapian::WritableDatabase database(writer.generation().string(), Xapian::DB_CREATE);
    stamp(database, Analyzer::current());
    Xapian::Document document;
    document.add_term("정부");
    database.add_document(document);
    change(database);
    database.commit();
  }
  writer.publish();
}

void publish(const fs::path& folder) {
  publish(folder, [](Xapian::WritableDatabase&) {});
}

Error error_of_opening(const fs::path& path) {
  try {
    Database database(path.string());
  } catch (const Error& error) {
    EXPECT_NE(error.message().find(path.string()), std::string::npos) << error.message();
    EXPECT_EQ(error.message().find('\n'), std::string::npos) << error.message();
    return error;
  }
  ADD_FAILURE() << path << " was opened";
  return {ErrorCode::internal, ""};
}

void expect_refused(const fs::path& path, ErrorCode code) {
  const Error error = error_of_opening(path);
  EXPECT_EQ(error.code(), code) << error.message();
  EXPECT_FALSE(error.hint().empty()) << error.message();
}

class DatabaseTest : public ::testing::Test {
 protected:
  TempFolder temp_;
  fs::path folder_ = temp_.path() / "news.db";
};

TEST_F(DatabaseTest, OpensWhatWasPublished) {
  publish(folder_);
  Database database(folder_.string());
  EXPECT_EQ(database.path(), folder_.string());
  EXPECT_EQ(&database.analyzer(), &Analyzer::current());
  EXPECT_EQ(database.read([](Xapian::Database& db) { return db.get_doccount(); }), 1u);
}

TEST_F(DatabaseTest, IsASnapshotThatOutlivesTheNextPublish) {
  publish(folder_);
  Database before(folder_.string());
  publish(folder_, [](Xapian::WritableDatabase& db) { db.add_document(Xapian::Document()); });
  Database after(folder_.string());
  const auto count = [](Xapian::Database& db) { return db.get_doccount(); };
  EXPECT_EQ(before.read(count), 1u);
  EXPECT_EQ(after.read(count), 2u);
}

TEST_F(DatabaseTest, MissingIsMissing) { expect_refused(folder_, ErrorCode::database_missing); }

TEST_F(DatabaseTest, EmptyOrUnfinishedIsMissing) {
  fs::create_directory(folder_);
  expect_refused(folder_, ErrorCode::database_missing);
  temp_.write("news.db/gisa.lock", "");
  temp_.write("news.db/scratch/generation/postlist.glass", "half");
  expect_refused(folder_, ErrorCode::database_missing);
}

TEST_F(DatabaseTest, AFileOrAFolderOfOtherThingsIsForeign) {
  temp_.write("news.db/사진.jpg", "");
  expect_refused(folder_, ErrorCode::database_foreign);
  expect_refused(folder_ / "사진.jpg", ErrorCode::database_foreign);
}

TEST_F(DatabaseTest, AXapianDatabaseOfAnotherProgramIsForeign) {
  {
    Xapian::WritableDatabase other(folder_.string(), Xapian::DB_CREATE);
    other.add_document(Xapian::Document());
  }
  expect_refused(folder_, ErrorCode::database_foreign);
}

TEST_F(DatabaseTest, AStubWithoutOurStampsIsForeign) {
  publish(folder_, [](Xapian::WritableDatabase& db) {
    db.set_metadata(std::string(schema::kVersionKey), "");
    db.set_metadata(std::string(schema::kAnalyzerKey), "");
  });
  expect_refused(folder_, ErrorCode::database_foreign);
  const std::string message = error_of_opening(folder_).message();
  EXPECT_NE(message.find("not a gisa database"), std::string::npos) << message;
}

TEST_F(DatabaseTest, ANewerSchemaIsForeignAndBothVersionsAreNamed) {
  const std::string newer = std::to_string(schema::kVersion + 1);
  publish(folder_, [&](Xapian::WritableDatabase& db) {
    db.set_metadata(std::string(schema::kVersionKey), newer);
  });
  const Error error = error_of_opening(folder_);
  EXPECT_EQ(error.code(), ErrorCode::database_foreign);
  EXPECT_FALSE(error.hint().empty());
  EXPECT_NE(error.message().find("schema " + newer), std::string::npos) << error.message();
  EXPECT_NE(error.message().find("schema " + std::to_string(schema::kVersion)), std::string::npos)
      << error.message();
}

TEST_F(DatabaseTest, TheSchemaBeforeIsRead) {
  publish(folder_, [](Xapian::WritableDatabase& db) {
    db.set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kOldestVersion));
  });
  EXPECT_NO_THROW(Database(folder_.string()));
  publish(folder_, [](Xapian::WritableDatabase& db) {
    db.set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kOldestVersion - 1));
  });
  EXPECT_EQ(error_of_opening(folder_).code(), ErrorCode::database_foreign);
}

TEST_F(DatabaseTest, AnUnknownAnalyzerIsForeignAndNamed) {
  publish(folder_, [](Xapian::WritableDatabase& db) {
    db.set_metadata(std::string(schema::kAnalyzerKey), "ko/999");
  });
  const Error error = error_of_opening(folder_);
  EXPECT_EQ(error.code(), ErrorCode::database_foreign);
  EXPECT_FALSE(error.hint().empty());
  EXPECT_NE(error.message().find("ko/999"), std::string::npos) << error.message();
}

TEST_F(DatabaseTest, AStubThatLeadsNowhereIsDamaged) {
  publish(folder_);
  fs::remove_all(folder_ / "gen-1");
  expect_refused(folder_, ErrorCode::database_damaged);
}

TEST_F(DatabaseTest, ScribbledTablesAreDamaged) {
  publish(folder_);
  std::ofstream(folder_ / "gen-1" / "iamglass", std::ios::trunc) << "scribble";
  expect_refused(folder_, ErrorCode::database_damaged);
}

TEST_F(DatabaseTest, ASecondWriterOfOneGenerationIsBusy) {
  const std::string path = folder_.string();
  Xapian::WritableDatabase first(path, Xapian::DB_CREATE);
  try {
    guarded(path, Access::write, [&] { Xapian::WritableDatabase second(path, Xapian::DB_OPEN); });
    FAIL() << "two writers";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::database_busy);
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST_F(DatabaseTest, NoXapianErrorPassesARead) {
  publish(folder_);
  Database database(folder_.string());
  try {
    database.read([](Xapian::Database& db) { return db.get_document(4711).get_data(); });
    FAIL() << "no such document";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::database_damaged);
  }
}

TEST_F(DatabaseTest, AReadOvertakenByAWriterIsTriedAgain) {
  publish(folder_);
  Database database(folder_.string());
  int calls = 0;
  const auto overtaken_once = [&](Xapian::Database& db) {
    if (++calls == 1) throw Xapian::DatabaseModifiedError("overtaken");
    return db.get_doccount();
  };
  EXPECT_EQ(database.read(overtaken_once), 1u);
  EXPECT_EQ(calls, 2);
}

TEST_F(DatabaseTest, AReadThatIsAlwaysOvertakenGivesUp) {
  publish(folder_);
  Database database(folder_.string());
  const auto always = [](Xapian::Database&) -> int {
    throw Xapian::DatabaseModifiedError("overtaken");
  };
  EXPECT_THROW(database.read(always), Error);
}

}  // namespace
}  // namespace gisa
