#include "common/store/deleted_passages.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "gisa/error.h"

namespace gisa {
namespace {

using Ranges = std::vector<DocRange>;

DeletedPassages deleted(const Ranges& ranges) {
  DeletedPassages all;
  for (const DocRange& range : ranges) all.add(range);
  return all;
}

TEST(Retired, NoneAtFirst) {
  EXPECT_EQ(DeletedPassages().count(), 0u);
  EXPECT_FALSE(DeletedPassages().contains(1));
  EXPECT_EQ(DeletedPassages::decode("").count(), 0u);
}

TEST(Retired, RangesMeltTogether) {
  EXPECT_EQ(deleted({{10, 5}, {15, 5}}).ranges(), (Ranges{{10, 10}}));
  EXPECT_EQ(deleted({{20, 5}, {10, 5}}).ranges(), (Ranges{{10, 5}, {20, 5}}));
  EXPECT_EQ(deleted({{20, 5}, {10, 5}, {13, 9}}).ranges(), (Ranges{{10, 15}}));
  EXPECT_EQ(deleted({{10, 5}, {11, 2}, {10, 5}}).ranges(), (Ranges{{10, 5}}));
  EXPECT_EQ(deleted({{10, 0}}).ranges(), Ranges{});
}

TEST(Retired, AgreesWithASetOfNumbers) {
  std::minstd_rand random(7);
  for (int round = 0; round < 50; ++round) {
    DeletedPassages all;
    std::set<std::uint32_t> expected;
    for (int i = 0; i < 20; ++i) {
      const DocRange range{1 + static_cast<std::uint32_t>(random() % 200),
                           static_cast<std::uint32_t>(random() % 12)};
      all.add(range);
      for (std::uint32_t d = range.first; d < range.end(); ++d) expected.insert(d);
    }
    EXPECT_EQ(all.count(), expected.size());
    const DeletedPassages again = DeletedPassages::decode(all.encode());
    EXPECT_EQ(again.ranges(), all.ranges());
    EXPECT_EQ(again.count(), all.count());
    for (std::uint32_t d = 0; d < 230; ++d) EXPECT_EQ(all.contains(d), expected.count(d) > 0) << d;
  }
}

TEST(Retired, CutShortIsDamaged) {
  const std::string record = deleted({{10, 5}, {300, 5}}).encode();
  for (std::size_t size = 1; size < record.size(); ++size) {
    EXPECT_THROW(DeletedPassages::decode(record.substr(0, size)), Error) << size;
  }
}

}  // namespace
}  // namespace gisa
