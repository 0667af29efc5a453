#include "common/text/utf8.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

using std::string_view_literals::operator""sv;

TEST(Utf8, EveryScalarValueSurvivesTheRoundTrip) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;  // surrogates are no characters
    std::string text;
    append_char(text, c);
    ASSERT_EQ(valid_prefix(text), text.size()) << static_cast<unsigned>(c);
    const DecodedChar decoded = decode_char(text, 0);
    ASSERT_EQ(decoded.value, c);
    ASSERT_EQ(decoded.length, text.size());
    ASSERT_EQ(count_chars(text), 1u);
  }
}

TEST(Utf8, ValidPrefixStopsAtTheFirstByteThatFitsNowhere) {
  const struct {
    std::string_view bytes;
    std::size_t valid;
  } kCases[] = {
      {"", 0},
      {"기사", 6},
      {"a\0b"sv, 3},
      {"기사\x80", 6},              // a continuation byte alone
      {"기사\xFF", 6},              //
      {"기\xEC\x82", 3},            // 사 cut short
      {"기\xEC", 3},                //
      {"\xC0\xAF", 0},              // overlong /
      {"\xC1\xBF", 0},              //
      {"\xE0\x80\xAF", 0},          //
      {"\xE0\x9F\xBF", 0},          //
      {"\xE0\xA0\x80", 3},          // U+0800, the first of three bytes
      {"\xF0\x80\x80\xAF", 0},      // overlong
      {"\xF0\x8F\xBF\xBF", 0},      //
      {"\xF0\x90\x80\x80", 4},      // U+10000
      {"\xED\x9F\xBF", 3},          // U+D7FF
      {"\xED\xA0\x80", 0},          // a surrogate
      {"\xED\xBF\xBF", 0},          //
      {"\xEE\x80\x80", 3},          // U+E000
      {"\xF4\x8F\xBF\xBF", 4},      // U+10FFFF
      {"\xF4\x90\x80\x80", 0},      // beyond
      {"\xF5\x80\x80\x80", 0},      //
      {"\xF0\x9F\x98", 0},          // 😀 cut short
      {"\xEA\xB0\x41", 0},          // 가 with a letter for its last byte
      {"신문\xB0\xA1 뉴스", 6},     // CP949 in the midst
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes, as in old UTF-8
  };
  for (const auto& [bytes, valid] : kCases) {
    EXPECT_EQ(valid_prefix(bytes), valid) << ::testing::PrintToString(bytes);
    // Far into a text, and with more behind it, the answer is the same.
    const std::string before = "서울에 장맛비가 내렸다. ";
    const std::string far = before + std::string(bytes);
    EXPECT_EQ(valid_prefix(far), before.size() + valid) << ::testing::PrintToString(bytes);
    if (valid < bytes.size()) {
      EXPECT_EQ(valid_prefix(far + before), before.size() + valid)
          << ::testing::PrintToString(bytes);
    }
  }
}

TEST(Utf8, CountsCharactersNotBytes) {
  EXPECT_EQ(count_chars(""), 0u);
  EXPECT_EQ(count_chars("abc"), 3u);
  EXPECT_EQ(count_chars("코로나19"), 5u);
  EXPECT_EQ(count_chars("😀 뉴스"), 4u);
}

TEST(Utf8, CutsOnCharacterBorders) {
  EXPECT_EQ(cut_to_bytes("기사", 6), "기사");
  EXPECT_EQ(cut_to_bytes("기사", 7), "기사");
  EXPECT_EQ(cut_to_bytes("기사", 5), "기");
  EXPECT_EQ(cut_to_bytes("기사", 3), "기");
  EXPECT_EQ(cut_to_bytes("기사", 2), "");
  EXPECT_EQ(cut_to_bytes("기사", 0), "");
  EXPECT_EQ(cut_to_bytes("a😀b", 4), "a");
  EXPECT_EQ(cut_to_bytes("a😀b", 5), "a😀");
}

TEST(Utf8, TrimsEveryKindOfBlank) {
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" \t\r\n"), "");
  EXPECT_EQ(trim("  쌀값 상승 "), "쌀값 상승");
  EXPECT_EQ(trim("\u3000쌀값\u3000"), "쌀값");        // ideographic space, as in print
  EXPECT_EQ(trim("\u00A0쌀값\u00A0"), "쌀값");        // &nbsp;
  EXPECT_EQ(trim("\uFEFF쌀값\u200B"), "쌀값");        // byte order mark, zero width space
  EXPECT_EQ(trim("\0\0쌀값\0"sv), "쌀값");            // padding
  EXPECT_EQ(trim("\u2003\u2028쌀값\u205F"), "쌀값");  // of typesetting
  EXPECT_EQ(trim("“쌀값”"), "“쌀값”");
}

}  // namespace
}  // namespace gisa
