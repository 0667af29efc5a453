#include "indexer/source/sources.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gisa/error.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class Sources : public ::testing::Test {
 protected:
  Names list(const std::vector<std::string>& roots) {
    files_ = list_sources(roots, [this](Problem p) { problems_.push_back(std::move(p)); }).files;
    Names names;
    for (const SourceFile& file : files_) names.push_back(file.name);
    return names;
  }
  Names list() { return list({temp_.path().string()}); }

  void expect_one_problem(std::string_view where) {
    ASSERT_EQ(problems_.size(), 1u);
    EXPECT_NE(problems_[0].where().find(where), std::string::npos) << problems_[0].where();
    EXPECT_FALSE(problems_[0].what.empty());
    EXPECT_TRUE(problems_[0].left_out);
  }

  test::TempFolder temp_;
  std::vector<SourceFile> files_;
  std::vector<Problem> problems_;
};

TEST_F(Sources, AreListedByNameThroughFolders) {
  temp_.write("b.txt", "쌀값");
  temp_.write("economy/rice.txt", "");
  temp_.write("a.txt", "12345");
  temp_.write("economy/deep/er/wheat.jsonl", "");
  temp_.write("정치.txt", "");
  EXPECT_EQ(list(), (Names{"a.txt", "b.txt", "economy/deep/er/wheat.jsonl", "economy/rice.txt",
                           "정치.txt"}));
  EXPECT_EQ(files_[0].bytes, 5u);
  EXPECT_EQ(files_[1].bytes, 6u);
  EXPECT_EQ(files_[0].path, temp_.path() / "a.txt");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Sources, KeepTheOrderOfTheRoots) {
  temp_.write("b/1.txt", "");
  temp_.write("a/2.txt", "");
  const std::string folder = temp_.path().string();
  EXPECT_EQ(list({folder + "/b", folder + "/a"}), (Names{"1.txt", "2.txt"}));
  EXPECT_EQ(list({folder + "/a", folder + "/b"}), (Names{"2.txt", "1.txt"}));
}

TEST_F(Sources, AFileIsASourceToo) {
  const std::string file = temp_.write("news/rice.txt", "쌀값").string();
  EXPECT_EQ(list({file}), Names{"rice.txt"});
}

TEST_F(Sources, ComeOnceHoweverOftenTheyAreNamed) {
  temp_.write("news/rice.txt", "");
  const std::string folder = temp_.path().string();
  EXPECT_EQ(list({folder, folder + "/news", folder + "/news/rice.txt"}), Names{"news/rice.txt"});
  fs::create_symlink(temp_.path() / "news/rice.txt", temp_.path() / "news/zzz.txt");
  EXPECT_EQ(list(), Names{"news/rice.txt"});
}

TEST_F(Sources, AreFollowedThroughLinksButNotInCircles) {
  temp_.write("news/rice.txt", "");
  fs::create_directory_symlink(temp_.path(), temp_.path() / "news/up");
  fs::create_directory_symlink("self", temp_.path() / "self");
  test::TempFolder elsewhere;
  elsewhere.write("wheat.txt", "");
  fs::create_directory_symlink(elsewhere.path(), temp_.path() / "other");
  EXPECT_EQ(list(), (Names{"news/rice.txt", "other/wheat.txt"}));
  expect_one_problem("self");
}

TEST_F(Sources, PassOverWhatIsNoArticle) {
  for (const char* name : {"README", "README.md", "README.ko.md", "LICENSE", ".hidden.txt",
                           ".git/config.txt", "rice.txt~", "CHANGELOG.md"}) {
    temp_.write(name, "");
  }
  temp_.write("rice.txt", "");
  temp_.write("READMEFIRST.txt", "");
  EXPECT_EQ(list(), (Names{"READMEFIRST.txt", "rice.txt"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Sources, PassOverWhatSystemsAndProgramsLeaveBehind) {
  for (const char* name : {"~$기사.xlsx", "Thumbs.db", "thumbs.DB", "desktop.ini", "~WRL0003.tmp",
                           ".DS_Store", ".~lock.기사.xlsx#", "기사.csv.part", "기사.zip.crdownload",
                           "@eaDir/기사.txt", "__MACOSX/기사.txt", "$RECYCLE.BIN/기사.txt"}) {
    temp_.write(name, "x");
  }
  temp_.write("thumbs.txt", "x");
  temp_.write("$100.txt", "x");
  EXPECT_EQ(list(), (Names{"$100.txt", "thumbs.txt"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Sources, PassOverThePicturesOfASavedPage) {
  temp_.write("쌀값.html", "x");
  temp_.write("쌀값_files/frame.html", "x");
  temp_.write("밀값_files/밀값.txt", "x");
  EXPECT_EQ(list(), (Names{"밀값_files/밀값.txt", "쌀값.html"}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Sources, NameARootWithoutAFile) {
  temp_.write("empty/Thumbs.db", "x");
  temp_.write("news/rice.txt", "x");
  const std::string folder = temp_.path().string();
  EXPECT_EQ(list({folder + "/news", folder + "/empty"}), Names{"rice.txt"});
  expect_one_problem("empty");
}

TEST_F(Sources, PassOverADatabaseOfOurs) {
  temp_.write("gisa.db/XAPIANDB", "auto gen-1\n");
  temp_.write("gisa.db/gen-1/postlist.glass", "");
  temp_.write("rice.txt", "");
  EXPECT_EQ(list(), Names{"rice.txt"});
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Sources, NameAPipeInsteadOfWaitingForIt) {
  ASSERT_EQ(mkfifo((temp_.path() / "pipe.txt").c_str(), 0600), 0);
  temp_.write("rice.txt", "");
  EXPECT_EQ(list(), Names{"rice.txt"});
  expect_one_problem("pipe.txt");
}

TEST_F(Sources, NameALinkThatLeadsNowhere) {
  fs::create_symlink("missing.txt", temp_.path() / "link.txt");
  temp_.write("rice.txt", "");
  EXPECT_EQ(list(), Names{"rice.txt"});
  expect_one_problem("link.txt");
}

TEST_F(Sources, NameARootThatCannotBeRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  temp_.write("closed/wheat.txt", "");
  const fs::path closed = temp_.path() / "closed";
  fs::permissions(closed, fs::perms::none);
  EXPECT_EQ(list({closed.string()}), Names{});
  fs::permissions(closed, fs::perms::owner_all);
  expect_one_problem("closed");
}

TEST_F(Sources, AMissingRootIsAnError) {
  temp_.write("rice.txt", "");
  try {
    list({temp_.path().string(), (temp_.path() / "missing").string()});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::input);
    EXPECT_NE(error.message().find("missing"), std::string::npos);
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST_F(Sources, ShowNamesInNfcAndOpenThemAsTheyAre) {
  temp_.write("\u110A\u1161\u11AF.txt", "쌀값");  // 쌀, as macOS writes it
  ASSERT_EQ(list(), Names{"쌀.txt"});
  EXPECT_EQ(fs::file_size(files_[0].path), 6u);
}

TEST_F(Sources, ShowNamesThatAreNoUtf8) {
  temp_.write("\xC1\xA4\xBA\xCE\xC0\xC7 \xBD\xD2.txt", "쌀값");
  ASSERT_EQ(list(), Names{"정부의 쌀.txt"});
  EXPECT_EQ(fs::file_size(files_[0].path), 6u);
}

}  // namespace
}  // namespace gisa
