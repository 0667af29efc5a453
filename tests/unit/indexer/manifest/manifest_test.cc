#include "indexer/manifest/manifest.h"

#include <gtest/gtest.h>

#include "gisa/error.h"

namespace gisa {
namespace {

FileEntry sample() {
  FileEntry entry;
  entry.path = "/news/2024/\xB1\xE2\xBB\xE7.txt";  // a name in CP949
  entry.bytes = 123456789012;
  entry.modified = 1709251200'123456789;
  entry.content = 0xFEDCBA9876543210;
  entry.articles = 3;
  entry.passages = {1000, 12};
  entry.shares_with = {"/news/2023/old.txt", "/news/wire.jsonl"};
  entry.problems = {{"wire.jsonl", "is not JSON; left out", true, 3}, {"a.txt", "mended", false}};
  entry.more_problems = 70;
  entry.encodings = {"CP949", "UTF-8"};
  return entry;
}

TEST(Manifest, AnEntryComesBackAsItWas) {
  const FileEntry entry = sample();
  const FileEntry again = decode_file_entry(encode(entry));
  EXPECT_EQ(again.path, entry.path);
  EXPECT_EQ(again.bytes, entry.bytes);
  EXPECT_EQ(again.modified, entry.modified);
  EXPECT_EQ(again.content, entry.content);
  EXPECT_EQ(again.articles, entry.articles);
  EXPECT_EQ(again.passages, entry.passages);
  EXPECT_EQ(again.shares_with, entry.shares_with);
  ASSERT_EQ(again.problems.size(), 2u);
  EXPECT_EQ(again.problems[0].where(), "wire.jsonl#3");
  EXPECT_EQ(again.problems[0].what, "is not JSON; left out");
  EXPECT_TRUE(again.problems[0].left_out);
  EXPECT_FALSE(again.problems[1].left_out);
  EXPECT_EQ(again.more_problems, 70u);
  EXPECT_EQ(again.encodings, entry.encodings);
}

TEST(Manifest, CutShortAnywhereIsDamaged) {
  const std::string record = encode(sample());
  const std::size_t without_encodings = record.size() - 1 - (1 + 5) - (1 + 5);
  for (std::size_t size = 0; size < record.size(); ++size) {
    if (size == without_encodings) continue;  // an older program's
    EXPECT_THROW(decode_file_entry(std::string_view(record).substr(0, size)), Error) << size;
  }
}

TEST(Manifest, KeysAreShortWhateverThePath) {
  EXPECT_EQ(manifest_key(std::string(4000, 'x')).size(), manifest_key("/a").size());
  EXPECT_NE(manifest_key("/a"), manifest_key("/b"));
}

}  // namespace
}  // namespace gisa
