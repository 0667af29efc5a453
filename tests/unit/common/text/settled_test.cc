#include "common/text/settled.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include "common/text/invisible.h"
#include "common/text/utf8.h"

namespace gisa {
namespace {

TEST(IsSettled, IsTrueOfNews) {
  for (const char* text :
       {"", "a", "가", "정부는 30일 예산안을 국회에 냈다.\n\t\"지난해보다 5% 늘었다\"",
        "美·中 “관세 인하” 합의…‘한 달 유예’", "▲김한빛(다온뉴스) ◇승진 ㈜한빛 ℃ ㎡ →",
        "ＧＰＴ－４", "㉠ カナ 漢字 「」『』《》〈〉【】", "힘 힣"}) {
    EXPECT_TRUE(is_settled(text)) << text;
  }
}

TEST(IsSettled, IsFalseOfWhatIsToBeChanged) {
  for (const char* text :
       {"a\r\nb", "\x01", "가\u200B나", "\uFEFF가", "한글\u1112\u1161\u11AB", "e\u0301", "\u212B",
        "\u00AD", "\u0085", "\u2028", "か\u3099", "\uF9B4"}) {
    EXPECT_FALSE(is_settled(text)) << text;
  }
}

// Wherever it stands in a text, and whatever stands beside it.
TEST(IsSettled, IsTrueOfNoCharacterThatMayChange) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string alone = utf8(std::u32string(1, c));
    for (const std::string& text : {alone, "가" + alone + "a"}) {
      if (!is_settled(text)) continue;
      const auto code = static_cast<UChar32>(c);
      EXPECT_TRUE(nfc.hasBoundaryBefore(code)) << static_cast<std::uint32_t>(c);
      EXPECT_TRUE(nfc.isNormalized(icu::UnicodeString(code), status))
          << static_cast<std::uint32_t>(c);
      EXPECT_EQ(without_invisible(text), text);
    }
  }
}

}  // namespace
}  // namespace gisa
