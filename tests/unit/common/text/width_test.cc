#include "common/text/width.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(DisplayWidth, IsTwoForWhatIsWide) {
  EXPECT_EQ(display_width(""), 0u);
  EXPECT_EQ(display_width("gisa"), 4u);
  EXPECT_EQ(display_width("기사 2건"), 8u);
  EXPECT_EQ(display_width("美日"), 4u);
  EXPECT_EQ(display_width("ＡＩ"), 4u);
}

TEST(DisplayWidth, IsNothingForWhatDoesNotShow) {
  EXPECT_EQ(display_width("\033[1;31m기사\033[0m"), 4u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
  EXPECT_EQ(display_width("a\u200bb"), 2u);
  EXPECT_EQ(display_width("\033[1"), 0u);
}

TEST(DisplayRows, CountWhereLinesWrap) {
  EXPECT_EQ(display_rows("", 10), 0u);
  EXPECT_EQ(display_rows("가나다라마", 10), 1u);
  EXPECT_EQ(display_rows("가나다라마바", 10), 2u);
  EXPECT_EQ(display_rows("가\n\n나\n", 10), 3u);
}

}  // namespace
}  // namespace gisa
