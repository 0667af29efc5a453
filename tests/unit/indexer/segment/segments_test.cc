#include "indexer/segment/segments.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "common/folder/tables.h"
#include "tests/support/temp_folder.h"

// However many segments there are, and however little memory to pack them, all is there in order.
namespace gisa {
namespace {

std::string record_of(std::size_t number) { return fmt::format("기사 {}", number); }

// A batch of one passage, which has a term of its own and one that all have.
std::vector<InvertedBatch> batch_of(std::size_t number) {
  Inverter inverter;
  inverter.add_term({}, "뉴스", 1);
  inverter.add_term({}, fmt::format("속보{}", number), 1);
  inverter.finish(record_of(number), 100);
  return inverter.take();
}

// A database at `target` of `base` (empty: none) and the passages numbered [first, end), each a
// segment of its own, handed over from the last to the first.
void pack(const test::TempFolder& folder, std::size_t first, std::size_t end,
          const std::string& base, const std::string& target) {
  const std::filesystem::path scratch = folder.path() / "scratch";
  std::filesystem::create_directory(scratch);
  Segments segments(scratch, "db", 0);
  for (std::size_t number = end; number-- > first;) segments.add(number - first, batch_of(number));
  segments.finish(std::launch::deferred);
  segments.merge_into(target, base);
  std::filesystem::remove_all(scratch);
}

void expect_passages(const std::string& path, std::size_t count) {
  const Xapian::Database database = open_tables(path);
  ASSERT_EQ(database.get_doccount(), count);
  EXPECT_EQ(database.get_termfreq("뉴스"), count);
  for (std::size_t number = 0; number < count; ++number) {
    const auto id = static_cast<Xapian::docid>(number + 1);
    EXPECT_EQ(database.get_document(id).get_data(), record_of(number));
    EXPECT_EQ(*database.postlist_begin(fmt::format("속보{}", number)), id);
  }
}

struct Case {
  const char* name;
  std::size_t segments;
};

class PackedSegments : public testing::TestWithParam<Case> {};

TEST_P(PackedSegments, AreInOrder) {
  const test::TempFolder folder;
  const std::string whole = folder.path() / "whole";
  pack(folder, 0, GetParam().segments, "", whole);
  expect_passages(whole, GetParam().segments);
}

TEST_P(PackedSegments, FollowWhatWasThereBefore) {
  const test::TempFolder folder;
  const std::string base = folder.path() / "base";
  const std::string whole = folder.path() / "whole";
  pack(folder, 0, 3, "", base);
  pack(folder, 3, 3 + GetParam().segments, base, whole);
  expect_passages(base, 3);
  expect_passages(whole, 3 + GetParam().segments);
}

INSTANTIATE_TEST_SUITE_P(Numbers, PackedSegments,
                         testing::Values(Case{"One", 1}, Case{"AllAtOnce", 8}, Case{"OneMore", 9},
                                         Case{"TwoPasses", 70}),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace gisa
