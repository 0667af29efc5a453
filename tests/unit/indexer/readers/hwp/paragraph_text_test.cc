#include "indexer/readers/hwp/paragraph_text.h"

#include <gtest/gtest.h>

#include "tests/support/hwp_bytes.h"

namespace gisa {
namespace {

using test::control;
using test::number;
using test::utf16;

std::string unit(unsigned code) { return number(code, 2); }

TEST(ParagraphText, ControlsBecomeWhatTheyLookLike) {
  const struct {
    std::string utf16;
    std::string_view text;
  } rows[] = {
      {utf16("쌀값이 올랐다.") + unit(13), "쌀값이 올랐다."},
      {utf16("쌀값") + control(9) + utf16("3.2%"), "쌀값\t3.2%"},
      {utf16("쌀값") + unit(10) + utf16("밀값"), "쌀값\n밀값"},
      {utf16("남") + unit(24) + utf16("북"), "남-북"},
      {utf16("제3") + unit(30) + utf16("호") + unit(31) + utf16("선"), "제3 호 선"},
      // A section's, a table, a field with its end, a note, a bookmark.
      {control(2) + control(2) + control(11) + utf16("쌀값"), "쌀값"},
      {utf16("값은 ") + control(3) + utf16("삼천 원") + control(4) + utf16("이다."),
       "값은 삼천 원이다."},
      {utf16("올랐다") + control(17) + utf16(".") + control(22), "올랐다."},
      {utf16("쌀") + unit(0) + utf16("값") + unit(25), "쌀값"},
      {utf16("날씨 😀 맑음"), "날씨 😀 맑음"},
      {unit(0xD83D) + utf16("쌀") + unit(0xDE00) + unit(0xD83D), "\uFFFD쌀\uFFFD\uFFFD"},
      {utf16("쌀값") + control(11).substr(0, 6), "쌀값"},
      {utf16("쌀값") + "x", "쌀값"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(paragraph_text(row.utf16), row.text);
}

TEST(ParagraphText, WhatControlsShowStandsInTheirPlace) {
  const std::string text = utf16("표 ") + control(18) + utf16(" 값, 그림 ") + control(18);
  EXPECT_TRUE(shows_controls(text));
  EXPECT_EQ(paragraph_text(text, {"1", "2"}), "표 1 값, 그림 2");
  EXPECT_EQ(paragraph_text(text, {"1"}), "표 1 값, 그림 ");
  EXPECT_FALSE(shows_controls(utf16("표 ") + control(11)));
}

std::string head(std::string_view letters, const std::string& data) {
  return std::string(letters.rbegin(), letters.rend()) + data;
}

std::string counted(std::string_view text) {
  const std::string units = utf16(text);
  return number(units.size() / 2, 2) + units;
}

TEST(ShownControl, IsReadFromItsHead) {
  const struct {
    std::string head;
    bool is_one;
    std::string_view text;
  } rows[] = {
      {head("atno", number(4, 4) + number(12, 2)), true, "12"},  // of a table
      {head("atno", number(0, 4) + number(12, 2)), true, ""},    // of a page
      {head("atno", ""), true, ""},
      {head("tdut", counted("도서관") + counted("圖書館")), true, "도서관(圖書館)"},
      {head("tdut", counted("도서관")), true, "도서관"},
      {head("tdut", number(500, 2) + utf16("도서관")), true, "도서관"},
      {head("tcps", counted("금")), true, "금"},
      {head("tbl ", counted("도서관")), false, ""},
      {"", false, ""},
  };
  for (const auto& row : rows) {
    const ShownControl control = shown_control(row.head);
    EXPECT_EQ(control.is_one, row.is_one) << row.head;
    EXPECT_EQ(control.text, row.text) << row.head;
  }
}

}  // namespace
}  // namespace gisa
