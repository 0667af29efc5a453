#include "common/glass/table_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "common/error/xapian_error.h"
#include "common/folder/generation.h"
#include "common/folder/sound_tables.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;
using glass::find_damage;
using test::read_bytes;
using test::TempFolder;

constexpr std::size_t kBlock = 8192;

::testing::AssertionResult has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "'" << text << "' has no '" << part << "'";
}

void add_documents(Xapian::WritableDatabase& db, unsigned first, unsigned count) {
  for (unsigned i = first; i < first + count; ++i) {
    Xapian::Document document;
    document.set_data(std::string(300, static_cast<char>('a' + i % 26)) + std::to_string(i));
    for (unsigned term = 0; term < 40; ++term) {
      document.add_term("term" + std::to_string(i * 7 % 900 * term));
    }
    db.add_document(document);
    db.add_spelling("word" + std::to_string(i));
  }
}

// Tables with branches; commits behind the first leave a list of free blocks.
void make_tables(const fs::path& path, unsigned commits, unsigned documents) {
  Xapian::WritableDatabase db(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (unsigned i = 0; i < commits; ++i) {
    add_documents(db, i * documents, documents);
    db.commit();
  }
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

class TableCheck : public ::testing::Test {
 protected:
  TableCheck() {
    make_tables(tables_, 5, 100);
    make_tables(plain_, 1, 100);
  }

  static void put(const fs::path& table, std::size_t at, std::string_view bytes) {
    std::string all = read_bytes(table);
    ASSERT_LE(at + bytes.size(), all.size());
    all.replace(at, bytes.size(), bytes);
    write(table, all);
  }

  TempFolder temp_;
  const fs::path tables_ = temp_.path() / "tables";
  const fs::path plain_ = temp_.path() / "plain";  // of one commit
};

TEST_F(TableCheck, FindsNothingInWhatXapianWrote) {
  EXPECT_EQ(find_damage(tables_), "");
  EXPECT_EQ(find_damage(plain_), "");
  EXPECT_GT(fs::file_size(tables_ / "postlist.glass"), 10 * kBlock);

  const fs::path empty = temp_.path() / "empty";
  Xapian::WritableDatabase(empty.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  EXPECT_EQ(find_damage(empty), "");
}

TEST_F(TableCheck, SaysWhichBlockOfWhichTable) {
  struct Case {
    const char* table;
    std::size_t at;
    std::string_view bytes;
    const char* found;
  };
  using namespace std::string_view_literals;
  for (const Case& damage : {
           Case{"iamglass", 40, "\xff\xff\xff\xff\xff\xff\xff\xff"sv, "where the tables begin"},
           Case{"postlist.glass", kBlock + 4, "\x07"sv, "block 1: its level is another"},
           Case{"postlist.glass", kBlock + 5, "\xff\xff"sv, "block 1: an item lies outside"},
           Case{"postlist.glass", kBlock + 7, "\xff\xff"sv, "block 1: it has another room"},
           Case{"postlist.glass", kBlock + 9, "\xff\xff"sv, "block 1: its directory ends"},
           Case{"postlist.glass", kBlock + 11, "\x00\x00"sv, "block 1: an item lies outside"},
       }) {
    const std::string sound = read_bytes(plain_ / damage.table);
    put(plain_ / damage.table, damage.at, damage.bytes);
    EXPECT_TRUE(has(find_damage(plain_), damage.found)) << damage.at;
    EXPECT_TRUE(has(find_damage(plain_), damage.table));
    write(plain_ / damage.table, sound);
  }
}

TEST_F(TableCheck, FindsTablesThatAreCutOffOrGone) {
  fs::resize_file(tables_ / "postlist.glass", 3 * kBlock);
  EXPECT_TRUE(has(find_damage(tables_), "postlist.glass, block"));
  fs::remove(tables_ / "postlist.glass");
  EXPECT_TRUE(has(find_damage(tables_), "the file has no such block"));
  fs::remove(tables_ / "iamglass");
  EXPECT_TRUE(has(find_damage(tables_), "iamglass cannot be read"));
}

TEST_F(TableCheck, FindsABlockThatStandsInTwoPlaces) {
  const std::string all = read_bytes(plain_ / "postlist.glass");
  put(plain_ / "postlist.glass", 2 * kBlock, std::string_view(all).substr(5 * kBlock, kBlock));
  EXPECT_NE(find_damage(plain_), "");
}

// What Xapian may meet when it writes: what is not found must do no harm.
TEST_F(TableCheck, XapianCanWriteToWhatHasNoDamage) {
  std::mt19937 random(1);
  const fs::path copy = temp_.path() / "copy";
  unsigned found = 0;
  for (const char* table : {"postlist.glass", "docdata.glass", "spelling.glass", "iamglass"}) {
    const std::string sound = read_bytes(tables_ / table);
    for (unsigned seed = 0; seed < 60; ++seed) {
      fs::remove_all(copy);
      fs::copy(tables_, copy);
      std::string bytes = sound;
      const std::size_t at = random() % bytes.size();
      bytes[at] = static_cast<char>(random());
      write(copy / table, bytes);
      if (!find_damage(copy).empty()) {
        ++found;
        continue;
      }
      SCOPED_TRACE(fmt::format("{}, byte {}, seed {}", table, at, seed));
      try {
        Xapian::WritableDatabase db(copy.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
        add_documents(db, 2000, 20);
        db.commit();
      } catch (const Xapian::Error&) {
        continue;  // it found what is wrong itself
      }
    }
  }
  EXPECT_GT(found, 0u);
}

TEST(SoundTables, AreLookedAtOnceAndAgainWhenTheyHaveChanged) {
  const TempFolder temp;
  const fs::path folder = temp.path() / "news.db";
  {
    GenerationWriter writer(folder);
    make_tables(writer.generation(), 1, 100);
    writer.publish();
  }
  const fs::path tables = folder / "gen-1";
  EXPECT_NO_THROW(GenerationWriter{folder});

  // The same bytes at the same time are what gisa wrote.
  const auto time = fs::last_write_time(tables / "postlist.glass");
  std::string bytes = read_bytes(tables / "postlist.glass");
  bytes[kBlock + 4] = 7;
  write(tables / "postlist.glass", bytes);
  fs::last_write_time(tables / "postlist.glass", time);
  EXPECT_NO_THROW(GenerationWriter{folder});

  fs::last_write_time(tables / "postlist.glass", time + std::chrono::seconds(1));
  try {
    GenerationWriter writer(folder);
    ADD_FAILURE() << "a damaged table was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::database_damaged);
    EXPECT_TRUE(has(error.message(), "postlist.glass, block 1: its level is another"));
    EXPECT_TRUE(has(error.hint(), "--rebuild"));
  }
}

}  // namespace
}  // namespace gisa
