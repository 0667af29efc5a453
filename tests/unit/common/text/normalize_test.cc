#include "common/text/normalize.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(ToNfc, ComposesWhatMacsTakeApart) {
  EXPECT_EQ(to_nfc("\u1112\u1161\u11AB\u1100\u1173\u11AF"), "한글");
  EXPECT_EQ(to_nfc("cafe\u0301"), "café");
  EXPECT_EQ(to_nfc("\u1100\uAC00"), "\u1100가");  // a jamo before a syllable stays
  EXPECT_EQ(to_nfc("가\u11A8"), "각");
}

TEST(ToNfc, GivesCompatibilityIdeographsTheirUnifiedForm) {
  EXPECT_EQ(to_nfc("\uF9B4"), "領");
  EXPECT_EQ(to_nfc("\uF9DE"), "吏");
}

TEST(ToNfc, LeavesWhatOnlyComparingMayChange) {
  for (const char* text :
       {"", "ＧＰＴ", "ㅋㅋㅋ", "정치ㆍ경제", "㈜한빛", "Ⅳ", "ﬁ", "기사\n뉴스 10.1%"}) {
    EXPECT_EQ(to_nfc(text), text);
  }
}

TEST(ToNfc, TwiceIsOnce) {
  for (const char* text : {"\u1112\u1161\u11AB", "e\u0301\u0323", "\u11AB\u1161", "\uF9B4가"}) {
    EXPECT_EQ(to_nfc(to_nfc(text)), to_nfc(text));
  }
}

TEST(Fold, MakesFormsComparable) {
  EXPECT_EQ(fold("ＧＰＴ－４"), "gpt-4");
  EXPECT_EQ(fold("NAVER"), "naver");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold("ÉCOLE"), "école");
  EXPECT_EQ(fold("Ⅳ"), "iv");
  EXPECT_EQ(fold("㈜"), "(주)");
  EXPECT_EQ(fold("ｶﾞ"), "ガ");
  EXPECT_EQ(fold("\uFFA1\uFFC2"), "가");  // half-width jamo
  EXPECT_EQ(fold("기사"), "기사");
  EXPECT_EQ(fold("co\u00ADrona"), "corona");  // a soft hyphen is no letter
  EXPECT_EQ(fold(""), "");
}

}  // namespace
}  // namespace gisa
