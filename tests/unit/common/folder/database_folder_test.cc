#include "common/folder/database_folder.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/temp_folder.h"

namespace gisa {

void PrintTo(FolderState state, std::ostream* out) {
  constexpr const char* kNames[] = {"empty",   "unfinished", "published",
                                    "replica", "unnamed",    "foreign"};
  *out << kNames[static_cast<int>(state)];
}

namespace {

namespace fs = std::filesystem;
using test::TempFolder;

struct Folder {
  std::vector<std::string> files;  // `name`, or `name=its bytes`
  FolderState state;
};

const Folder kFolders[] = {
    {{}, FolderState::empty},
    {{"gisa.lock"}, FolderState::unfinished},
    {{"gisa.lock", "scratch/segment-0/iamglass"}, FolderState::unfinished},
    {{"gisa.lock", "scratch/notes", "money.txt"}, FolderState::foreign},
    {{"gisa.lock", "XAPIANDB.new=auto gen-1\n", "gen-1/iamglass"}, FolderState::unfinished},
    {{"scratch/notes"}, FolderState::foreign},
    {{"gen-1/notes"}, FolderState::foreign},
    {{"money.txt"}, FolderState::foreign},
    {{"XAPIANDB=auto mail-1\n"}, FolderState::foreign},
    {{"XAPIANDB=remote :/bin/true\n", "gisa.lock"}, FolderState::foreign},
    {{"iamglass", "postlist.glass"}, FolderState::foreign},
    {{"XAPIANDB=auto gen-1\n", "gen-1/iamglass"}, FolderState::published},
    {{"XAPIANDB=auto gen-1\n", "gen-1/iamglass", "money.txt"}, FolderState::published},
    {{"XAPIANDB=auto gen-2\n", "gen-1/iamglass", "gen-2/iamglass"}, FolderState::published},
    {{"XAPIANDB=auto gen-1\n", "XAPIANDB.new=auto gen-2\n", "gen-1/iamglass", "gen-2/iamglass"},
     FolderState::published},
    {{"XAPIANDB=auto gen-1\n", "gen-1/iamglass", "gen-2/iamglass"}, FolderState::unnamed},
    {{"XAPIANDB=auto gen-2\n", "gen-1/iamglass"}, FolderState::unnamed},
    {{"XAPIANDB=auto gen-1\n"}, FolderState::unnamed},
    {{"gen-1/iamglass"}, FolderState::unnamed},
    {{"gen-1/postlist.glass", "gisa.lock"}, FolderState::unnamed},
    {{"XAPIANDB=", "gen-1/iamglass"}, FolderState::unnamed},
    {{"XAPIANDB=# a copy\nauto replica_1\n", "replica_1/iamglass"}, FolderState::replica},
    {{"XAPIANDB=auto replica_0\n", "replica_1/iamglass"}, FolderState::unnamed},
    {{"XAPIANDB=auto replica_2\n", "replica_2/iamglass"}, FolderState::foreign},
};

TEST(DatabaseFolder, IsWhatLiesInIt) {
  for (const Folder& row : kFolders) {
    const TempFolder temp;
    std::string shown;
    for (const std::string& file : row.files) {
      const std::size_t equals = file.find('=');
      temp.write(file.substr(0, equals), equals == file.npos ? "" : file.substr(equals + 1));
      shown += file + " ";
    }
    EXPECT_EQ(look_into(temp.path()).state, row.state) << shown;
  }
  EXPECT_EQ(look_into("/no/such/folder").state, FolderState::empty);
}

// Whatever else Xapian understands.
const char* const kStubs[] = {
    "",
    "\n",
    "auto gen-1",
    "auto gen-1 \n",
    " auto gen-1\n",
    "auto\tgen-1\n",
    "auto gen-1\r\n",
    "auto  gen-1\n",
    "auto gen-01\n",
    "auto gen-0\n",
    "auto gen-+1\n",
    "auto gen-1\nauto gen-1\n",
    "auto ./gen-1\n",
    "auto gen-1/\n",
    "auto XAPIANDB\n",
    "auto .\n",
    "auto ..\n",
    "auto /tmp\n",
    "glass gen-1\n",
    "chert gen-1\n",
    "inmemory\n",
    "remote :/bin/true\n",
    "remote 127.0.0.1:7000\n",
    "# gisa\n# remote\nremote :/bin/true\n",
    "#",
    "auto gen-1\nremote :/bin/true\n",
};

TEST(DatabaseFolder, KnowsNoStubButItsOwn) {
  for (const char* const stub : kStubs) {
    const TempFolder temp;
    temp.write("gen-1/iamglass", "");
    temp.write("XAPIANDB", stub);
    EXPECT_EQ(look_into(temp.path()).state, FolderState::unnamed) << stub;
    EXPECT_EQ(current_tables(temp.path()), fs::path()) << stub;
  }
}

TEST(DatabaseFolder, FollowsNoLink) {
  const TempFolder temp;
  temp.write("elsewhere/gen-1/iamglass", "");
  temp.write("elsewhere/XAPIANDB", "auto gen-1\n");
  fs::create_directory(temp.path() / "db");
  fs::create_symlink("../elsewhere/XAPIANDB", temp.path() / "db" / "XAPIANDB");
  fs::create_symlink("../elsewhere/gen-1", temp.path() / "db" / "gen-1");
  EXPECT_EQ(look_into(temp.path() / "db").state, FolderState::foreign);
  fs::remove(temp.path() / "db" / "XAPIANDB");
  temp.write("db/XAPIANDB", "auto gen-1\n");
  EXPECT_EQ(look_into(temp.path() / "db").state, FolderState::unnamed);
  // The folder itself may lie where it wants.
  fs::create_symlink("elsewhere", temp.path() / "link");
  EXPECT_EQ(look_into(temp.path() / "link").state, FolderState::published);
}

}  // namespace
}  // namespace gisa
