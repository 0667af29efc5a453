#include "common/text/percent.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(Percent, IsReadBack) {
  for (const char* const text : {"", "a-b_c.d~9", "쌀값 100%", "2020.zip/a.csv#7", "a+b", "%41"}) {
    EXPECT_EQ(percent_decoded(percent_encoded(text)), text);
  }
}

TEST(Percent, IsWrittenAsInRfc3986) {
  EXPECT_EQ(percent_encoded("쌀 a/b#1"), "%EC%8C%80%20a%2Fb%231");
  EXPECT_EQ(percent_decoded("%ec%8c%80%20a+b"), "쌀 a+b");
}

TEST(Percent, NeedsTwoHexadecimalDigits) {
  for (const char* const text : {"%", "%4", "%4G", "a%G4", "%%41"}) {
    EXPECT_EQ(percent_decoded(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace gisa
