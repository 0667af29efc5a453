#include "indexer/manifest/plan.h"

#include <gtest/gtest.h>

#include "indexer/manifest/content_hash.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

using Names = std::vector<std::string>;

class PlanTest : public ::testing::Test {
 protected:
  // A file that is there, and that the manifest knows as it stands.
  FileEntry& known(const std::string& name) {
    temp_.write(name, "기사 " + name);
    SourceFile file = found(name);
    FileEntry entry;
    entry.path = file.real;
    entry.bytes = file.bytes;
    entry.modified = file.modified;
    entry.content = content_hash(file.path);
    return manifest_[file.real] = entry;
  }

  SourceFile found(const std::string& name) const {
    for (const SourceFile& file : list_sources({temp_.path()}, [](const Problem&) {}).files) {
      if (file.name == name) return file;
    }
    ADD_FAILURE() << name << " is not found";
    return {};
  }

  std::string real(const std::string& name) const { return temp_.path() / name; }

  // "+new ~changed -vanished =unchanged .touched", each sort in the order of the plan.
  std::string plan(bool keep_vanished = false) {
    const SourceList sources = list_sources({temp_.path()}, [](const Problem&) {});
    const Plan made = make_plan(sources, manifest_, keep_vanished);
    std::string line;
    const auto add = [&](char mark, const std::string& path) {
      line += (line.empty() ? "" : " ") + std::string(1, mark) + path.substr(path.rfind('/') + 1);
    };
    for (const SourceFile& file : made.added) add('+', file.real);
    for (const SourceFile& file : made.changed) add('~', file.real);
    for (const FileEntry* entry : made.vanished) add('-', entry->path);
    for (const FileEntry* entry : made.unchanged) add('=', entry->path);
    for (const SourceFile& file : made.touched) add('.', file.real);
    return line;
  }

  test::TempFolder temp_;
  Manifest manifest_;
};

TEST_F(PlanTest, UnchangedFilesAreNotRead) {
  known("a.txt").content = 1;  // a hash it does not have: nobody looks
  EXPECT_EQ(plan(), "=a.txt");
}

TEST_F(PlanTest, NewChangedAndVanishedFilesAreTold) {
  known("a.txt");
  known("b.txt").bytes = 3;
  known("c.txt");
  std::filesystem::remove(real("c.txt"));
  temp_.write("d.txt", "새 기사");
  EXPECT_EQ(plan(), "+d.txt ~b.txt -c.txt =a.txt");
  EXPECT_EQ(plan(true), "+d.txt ~b.txt =a.txt =c.txt");
}

TEST_F(PlanTest, AnotherDateAloneIsNoChange) {
  known("a.txt").modified -= 1;
  FileEntry& edited = known("b.txt");
  edited.modified -= 1;
  edited.content += 1;
  EXPECT_EQ(plan(), "~b.txt .a.txt");
}

TEST_F(PlanTest, AFileThatCouldNotBeReadIsTriedAgain) {
  FileEntry& entry = known("a.txt");
  entry.modified = 0;
  entry.content = 0;
  EXPECT_EQ(plan(), "~a.txt");
}

TEST_F(PlanTest, WhatSharesAnArticleWithAFileThatGoesIsReadAgain) {
  known("a.txt");
  known("b.txt").shares_with = {real("a.txt")};
  known("c.txt").shares_with = {real("b.txt")};
  known("d.txt");
  EXPECT_EQ(plan(), "=a.txt =b.txt =c.txt =d.txt");
  std::filesystem::remove(real("a.txt"));
  EXPECT_EQ(plan(), "~b.txt ~c.txt -a.txt =d.txt");
  EXPECT_EQ(plan(true), "=b.txt =c.txt =d.txt =a.txt");
}

TEST_F(PlanTest, FilesBelowAnUnreadableFolderHaveNotVanished) {
  known("a.txt");
  known("in/b.txt");
  std::filesystem::remove_all(real("in"));
  SourceList sources = list_sources({temp_.path()}, [](const Problem&) {});
  sources.unread.push_back(real("in"));
  const Plan made = make_plan(sources, manifest_, false);
  EXPECT_TRUE(made.vanished.empty());
  EXPECT_EQ(made.unchanged.size(), 2u);
}

TEST_F(PlanTest, PrintsALineForEveryFileToBeReadOrRemoved) {
  known("a.txt");
  temp_.write("b.txt", "새 기사");
  const SourceList sources = list_sources({temp_.path()}, [](const Problem&) {});
  EXPECT_EQ(to_string(make_plan(sources, manifest_, false)),
            "add     " + real("b.txt") + "\n1 to add, 0 to change, 0 to remove, 1 unchanged");
}

}  // namespace
}  // namespace gisa
