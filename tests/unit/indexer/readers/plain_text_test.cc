#include "indexer/readers/plain_text.h"

#include <gtest/gtest.h>

#include <chrono>

#include "indexer/source/byte_stream.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

using Clock = std::chrono::steady_clock;

// Far more than reading takes, far less than reading again for every block or sign would.
constexpr std::chrono::seconds kPatience(6);

TEST(PlainText, IsAsInTheTable) {
  for (const test::Row& row : test::read_table("text/plain_text.tsv", 2)) {
    EXPECT_EQ(plain_text(row.cells[0]), row.cells[1]) << row.where;
  }
}

TEST(PlainText, AmpersandsWithAFarSemicolonTakeLinearTime) {
  const std::string text = std::string(std::size_t{4} << 20, '&') + ';';
  const auto begin = Clock::now();
  EXPECT_EQ(plain_text(text), text);
  EXPECT_LT(Clock::now() - begin, kPatience);
}

TEST(PlainText, ALineWithoutABlankIsReadInLinearTime) {
  constexpr std::size_t kBlocks = 800;
  const std::string block(std::size_t{1} << 16, 'a');
  std::size_t given = 0;
  ByteStream stream([&] { return given++ < kBlocks ? std::string_view(block) : ""; });
  std::string piece;
  const auto begin = Clock::now();
  ASSERT_TRUE(stream.next_piece(piece));
  EXPECT_EQ(piece.size(), kBlocks * block.size());
  EXPECT_LT(Clock::now() - begin, kPatience);
}

}  // namespace
}  // namespace gisa
