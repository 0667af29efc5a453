#include "common/folder/generation.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "common/error/xapian_error.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;
using test::read_bytes;
using test::TempFolder;

void write_generation(const GenerationWriter& writer) {
  Xapian::WritableDatabase(writer.generation().string(), Xapian::DB_CREATE).close();
}

void publish_one(const fs::path& folder) {
  GenerationWriter writer(folder);
  write_generation(writer);
  writer.publish();
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

using Names = std::set<std::string>;

Error error_of_writing_to(const fs::path& folder) {
  try {
    GenerationWriter writer(folder);
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << folder << " was accepted";
  return {ErrorCode::internal, ""};
}

class Generation : public ::testing::Test {
 protected:
  TempFolder temp_;
  fs::path folder_ = temp_.path() / "news.db";
};

TEST_F(Generation, ANewWriterMakesTheFolderAndItsScratch) {
  GenerationWriter writer(folder_ / "deeper");
  EXPECT_TRUE(fs::is_directory(writer.scratch()));
  EXPECT_FALSE(fs::exists(writer.generation()));
  EXPECT_EQ(writer.generation().parent_path(), writer.scratch());
  EXPECT_EQ(look_into(folder_ / "deeper").state, FolderState::unfinished);
}

TEST_F(Generation, PublishingNamesItInTheStub) {
  publish_one(folder_);
  EXPECT_EQ(read_bytes(folder_ / "XAPIANDB"), "auto gen-1\n");
  EXPECT_TRUE(fs::exists(folder_ / "gen-1" / "iamglass"));
  EXPECT_EQ(look_into(folder_).state, FolderState::published);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gisa.lock"}));
}

TEST_F(Generation, ThePreviousOneStaysAndOlderOnesGo) {
  publish_one(folder_);
  publish_one(folder_);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gen-2", "gisa.lock"}));
  publish_one(folder_);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-2", "gen-3", "gisa.lock"}));
  EXPECT_EQ(read_bytes(folder_ / "XAPIANDB"), "auto gen-3\n");
}

TEST_F(Generation, AWriterThatDoesNotPublishLeavesWhatWasThere) {
  publish_one(folder_);
  {
    GenerationWriter writer(folder_);
    write_generation(writer);
    EXPECT_TRUE(fs::exists(writer.generation()));
  }
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gisa.lock"}));
  EXPECT_EQ(read_bytes(folder_ / "XAPIANDB"), "auto gen-1\n");
}

TEST_F(Generation, LeftoversOfAKilledRunGoAndNothingElse) {
  publish_one(folder_);
  temp_.write("news.db/scratch/1/postlist.glass", "half a segment");
  temp_.write("news.db/gen-2/postlist.glass", "not named yet");
  temp_.write("news.db/XAPIANDB.new", "auto gen-2\n");
  temp_.write("news.db/메모.txt", "지우지 말 것");
  temp_.write("news.db/gen-a/keep", "no generation");
  temp_.write("news.db/generation-3/keep", "no generation");
  temp_.write("news.db/gen-/keep", "no generation");
  temp_.write("news.db/gen-5x/keep", "no generation");
  temp_.write("news.db/gen-6/keep", "no generation");
  GenerationWriter writer(folder_);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gisa.lock", "scratch", "메모.txt",
                                      "gen-a", "generation-3", "gen-", "gen-5x", "gen-6"}));
  EXPECT_TRUE(fs::is_empty(writer.scratch()));
}

TEST_F(Generation, ARunKilledBeforeItsFirstPublishIsUnfinishedAndTakenOver) {
  temp_.write("news.db/gisa.lock", "");
  temp_.write("news.db/scratch/generation/docdata.glass", "half");
  EXPECT_EQ(look_into(folder_).state, FolderState::unfinished);
  publish_one(folder_);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gisa.lock"}));
}

TEST_F(Generation, APublishCutShortBetweenItsTwoRenamesIsFinished) {
  publish_one(folder_);
  fs::rename(folder_ / "XAPIANDB", folder_ / "XAPIANDB.new");
  EXPECT_EQ(look_into(folder_).state, FolderState::unfinished);
  { const GenerationWriter writer(folder_); }
  EXPECT_EQ(look_into(folder_).state, FolderState::published);
  EXPECT_EQ(names_in(folder_), (Names{"XAPIANDB", "gen-1", "gisa.lock"}));
}

TEST_F(Generation, NothingIsRemovedBeforeTheCurrentOneIsKnownAndOpened) {
  publish_one(folder_);
  publish_one(folder_);
  publish_one(folder_);
  const Names all = {"XAPIANDB", "gen-2", "gen-3", "gisa.lock"};
  for (const char* const stub : {"", "auto gen-", "auto gen-2\n", "auto gen-9\n", "auto gen-3"}) {
    temp_.write("news.db/XAPIANDB", stub);
    EXPECT_EQ(error_of_writing_to(folder_).code(), ErrorCode::database_damaged) << stub;
    EXPECT_EQ(names_in(folder_), all) << stub;
  }
  temp_.write("news.db/XAPIANDB", "auto gen-3\n");
  temp_.write("news.db/gen-3/iamglass", "scribble");
  EXPECT_EQ(error_of_writing_to(folder_).code(), ErrorCode::database_damaged);
  EXPECT_EQ(names_in(folder_), all);
  EXPECT_NO_THROW(GenerationWriter(folder_, {}, Taking::anew));
  EXPECT_EQ(names_in(folder_), all);
}

TEST_F(Generation, ASecondWriterIsRefusedUntilTheFirstEnds) {
  {
    GenerationWriter first(folder_);
    write_generation(first);
    const Error error = error_of_writing_to(folder_);
    EXPECT_EQ(error.code(), ErrorCode::database_busy);
    EXPECT_NE(error.message().find(folder_.string()), std::string::npos);
    EXPECT_FALSE(error.hint().empty());
    EXPECT_TRUE(fs::exists(first.scratch())) << "the second removed what the first works on";
    EXPECT_TRUE(fs::exists(first.generation()));
  }
  EXPECT_NO_THROW(publish_one(folder_));
}

TEST_F(Generation, SomebodyElsesFolderIsRefusedAndLeftAlone) {
  temp_.write("news.db/사진.jpg", "not ours");
  temp_.write("news.db/scratch/notes", "not ours either");
  EXPECT_EQ(look_into(folder_).state, FolderState::foreign);
  const Error error = error_of_writing_to(folder_);
  EXPECT_EQ(error.code(), ErrorCode::database_foreign);
  EXPECT_FALSE(error.hint().empty());
  EXPECT_EQ(names_in(folder_), (Names{"사진.jpg", "scratch"}));
  EXPECT_EQ(read_bytes(folder_ / "scratch" / "notes"), "not ours either");
}

TEST_F(Generation, AFileIsNoFolder) {
  temp_.write("news.db", "a file");
  EXPECT_EQ(error_of_writing_to(folder_).code(), ErrorCode::output);
  EXPECT_EQ(error_of_writing_to(folder_ / "below").code(), ErrorCode::output);
  EXPECT_EQ(read_bytes(folder_), "a file");
}

TEST_F(Generation, AnEmptyOrMissingFolderIsEmpty) {
  EXPECT_EQ(look_into(folder_).state, FolderState::empty);
  fs::create_directory(folder_);
  EXPECT_EQ(look_into(folder_).state, FolderState::empty);
}

}  // namespace
}  // namespace gisa
