#include "indexer/readers/ole/compound_file.h"

#include <gtest/gtest.h>

#include "gisa/error.h"
#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"

namespace gisa {
namespace {

constexpr std::size_t kAll = std::size_t{1} << 30;

// No two stretches of it are alike.
std::string long_bytes(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; bytes.size() < size; ++i) bytes += std::to_string(i) + " ";
  bytes.resize(size);
  return bytes;
}

// All that is in the file, by path.
test::Files read_all(const CompoundFile& file) {
  test::Files found;
  for (const auto& [name, entry] : file.entries_of(CompoundFile::kRoot)) {
    const auto inner = file.entries_of(entry);
    if (inner.empty()) found[name] = file.read(entry, kAll).bytes;
    for (const auto& [below, stream] : inner) {
      found[name + "/" + below] = file.read(stream, kAll).bytes;
    }
  }
  return found;
}

TEST(CompoundFile, HasWhatWasPutIn) {
  test::Files streams = {{"FileHeader", "HWP"},
                         {"BodyText/Section0", long_bytes(4095)},
                         {"Empty", ""},
                         {"BodyText/Section1", long_bytes(4096)},
                         {"A64", long_bytes(64)},
                         {"BodyText/Section2", long_bytes(50'000)},
                         {"\5Summary", std::string(65, '\0')}};
  for (const std::size_t sector : {512, 4096}) {
    const std::string bytes = test::compound_file(streams, sector);
    EXPECT_EQ(read_all(CompoundFile(bytes)), streams) << sector;
  }
}

// Of more than 109 sectors of its FAT the header cannot name all.
TEST(CompoundFile, MayBeLongerThanItsHeaderCanTell) {
  const test::Files streams = {{"Large", long_bytes(8 << 20)}};
  const std::string bytes = test::compound_file(streams);
  EXPECT_TRUE(read_all(CompoundFile(bytes)) == streams);
}

TEST(CompoundFile, AStreamIsReadNoFurtherThanAskedFor) {
  const std::string content = long_bytes(10'000);
  const std::string bytes = test::compound_file({{"A", content}, {"B", content.substr(0, 1000)}});
  const CompoundFile file(bytes);
  for (const auto& [name, entry] : file.entries_of(CompoundFile::kRoot)) {
    const CompoundFile::Stream stream = file.read(entry, 700);
    EXPECT_EQ(stream.bytes, content.substr(0, 700));
    EXPECT_FALSE(stream.is_whole);
    EXPECT_TRUE(file.read(entry, kAll).is_whole);
  }
}

// What is at a place in a file of one large stream, whose sectors are: FAT (0, 1), directory (2),
// the stream from 3 on.
struct Wound {
  const char* name;
  std::size_t at;
  std::string bytes;
};

constexpr std::size_t sector_at(std::size_t number) { return (number + 1) * 512; }
constexpr std::size_t kDirectory = sector_at(2);

TEST(CompoundFile, DamageEndsAndIsSeen) {
  using test::number;
  const std::string content = long_bytes(20'000);
  const std::string sound = test::compound_file({{"A", content}});
  ASSERT_EQ(sound.substr(sector_at(3), content.size()), content);
  const Wound wounds[] = {
      {"a circle of sectors", sector_at(0) + 4 * 9, number(4, 4)},
      {"a sector that names itself", sector_at(0) + 4 * 5, number(5, 4)},
      {"a sector out of the file", sector_at(0) + 4 * 5, number(0x00FFFFFF, 4)},
      {"a chain that ends early", sector_at(0) + 4 * 5, number(0xFFFFFFFE, 4)},
      {"a start out of the file", kDirectory + 128 + 116, number(0x7FFFFFFF, 4)},
      {"a size of 4 GB", kDirectory + 128 + 120, number(0xFFFFFFFF, 4)},
      {"a FAT of other sectors", 76, number(5, 4)},
  };
  for (const Wound& wound : wounds) {
    std::string bytes = sound;
    bytes.replace(wound.at, wound.bytes.size(), wound.bytes);
    const CompoundFile file(bytes);
    const auto entries = file.entries_of(CompoundFile::kRoot);
    ASSERT_EQ(entries.size(), 1u) << wound.name;
    const CompoundFile::Stream stream = file.read(entries.at("A"), kAll);
    EXPECT_FALSE(stream.is_whole) << wound.name;
    EXPECT_LE(stream.bytes.size(), sound.size()) << wound.name;
  }
}

TEST(CompoundFile, AnEntryInACircleIsMetOnce) {
  using test::number;
  const std::string sound = test::compound_file({{"A", "a"}, {"B", "b"}});
  const std::size_t first = kDirectory + 128;
  for (const std::size_t to : {0, 1, 2, 3, 1'000'000}) {
    std::string bytes = sound;
    for (const std::size_t field : {68, 72}) {
      bytes.replace(first + field, 4, number(to, 4));
      bytes.replace(first + 128 + field, 4, number(to, 4));
    }
    EXPECT_LE(CompoundFile(bytes).entries_of(CompoundFile::kRoot).size(), 3u) << to;
  }
}

TEST(CompoundFile, WithoutADirectoryThereIsNone) {
  using test::number;
  const std::string sound = test::compound_file({{"A", long_bytes(5000)}});
  const Wound wounds[] = {
      {"another signature", 0, "PK"},
      {"sectors of 2 GB", 30, number(31, 2)},
      {"a directory out of the file", 48, number(0x7FFFFFFF, 4)},
      {"no FAT", 76, number(0xFFFFFFFF, 4) + number(0xFFFFFFFF, 4)},
  };
  for (const Wound& wound : wounds) {
    std::string bytes = sound;
    bytes.replace(wound.at, wound.bytes.size(), wound.bytes);
    EXPECT_THROW(CompoundFile{bytes}, Error) << wound.name;
  }
}

TEST(CompoundFile, MayEndAnywhere) {
  const test::Files streams = {{"A", long_bytes(3000)}, {"B/C", long_bytes(6000)}};
  const std::string sound = test::compound_file(streams);
  constexpr std::size_t kFill = 512;  // behind the last stream, at most
  for (std::size_t size = 0; size + kFill < sound.size(); size += 100) {
    const std::string bytes = sound.substr(0, size);
    try {
      const test::Files found = read_all(CompoundFile(bytes));
      EXPECT_FALSE(found == streams) << size;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::input);
    }
  }
}

}  // namespace
}  // namespace gisa
