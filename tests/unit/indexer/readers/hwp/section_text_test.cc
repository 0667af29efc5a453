#include "indexer/readers/hwp/section_text.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/support/hwp_bytes.h"

namespace gisa {
namespace {

using test::cell;
using test::control;
using test::control_head;
using test::number;
using test::record;
using test::utf16;

constexpr std::size_t kMost = 1 << 20;

std::string text_of(std::string_view section, std::size_t most = kMost) {
  SectionText text(most);
  EXPECT_TRUE(text.add(section));
  return text.take();
}

std::string paragraph(std::string_view text, unsigned level = 0) {
  return test::paragraph(utf16(text), level);
}

// A list of paragraphs within a control, as of a note or a text box.
std::string list(unsigned level) { return record(72, level, std::string(8, '\0')); }

// A table whose control lies on that level: its cells, by rows.
std::string table(unsigned level, const std::vector<std::vector<std::string>>& rows) {
  std::string out = control_head("tbl ", level) + record(77, level + 1, std::string(20, '\0'));
  for (unsigned row = 0; row < rows.size(); ++row) {
    for (unsigned column = 0; column < rows[row].size(); ++column) {
      out += cell(column, row, level + 1) + paragraph(rows[row][column], level + 1);
    }
  }
  return out;
}

// A level of a list: how its numbers are written, and in which pattern.
std::string level(unsigned style, std::string_view pattern) {
  const std::string units = utf16(pattern);
  return number(style << 5, 4) + number(0, 8) + number(units.size() / 2, 2) + units;
}

// An object of a form with those properties.
std::string form(std::string_view properties, const std::string& kind = "tbc+") {
  const std::string units = utf16(properties);
  return record(91, 2,
                kind + kind + number(units.size() / 2, 4) + number(units.size() / 2, 2) + units);
}

std::string shape(unsigned kind, unsigned level, unsigned list) {
  return record(25, 1,
                number(kind << 23 | level << 25, 4) + std::string(26, '\0') + number(list, 2));
}

std::string paragraph_of_shape(unsigned shape, std::string_view text) {
  const std::string words = text.empty() ? "" : record(67, 1, utf16(text));
  return record(66, 0, std::string(8, '\0') + number(shape, 2) + std::string(12, '\0')) + words;
}

TEST(SectionText, HasWhatListsSetBeforeParagraphs) {
  const std::string levels = level(0, "^1.") + level(8, "^2)") + level(0, "") + level(0, "") +
                             level(0, "") + level(0, "") + level(0, "");
  const std::string doc_info = record(23, 1, levels + number(0, 2)) +
                               record(23, 1, levels + number(0, 2) + number(4, 4) + number(1, 24)) +
                               record(24, 1, std::string(12, '\0') + utf16("□")) + shape(0, 0, 0) +
                               shape(2, 0, 1) + shape(2, 1, 1) + shape(3, 0, 1) + shape(1, 0, 0) +
                               shape(3, 0, 9) + shape(2, 0, 9);
  SectionText text(kMost, ListMarks(doc_info));
  EXPECT_TRUE(text.add(paragraph_of_shape(1, "쌀값") + paragraph_of_shape(2, "산지") +
                       paragraph_of_shape(2, "") + paragraph_of_shape(2, "소매") +
                       paragraph_of_shape(0, "사이") + paragraph_of_shape(1, "콩값") +
                       paragraph_of_shape(3, "밀값") +
                       control_head("secd", 1, std::string(14, '\0') + number(2, 2)) +
                       paragraph_of_shape(4, "개요") + paragraph_of_shape(5, "없는 표") +
                       paragraph_of_shape(6, "없는 번호") + paragraph_of_shape(99, "없는 모양")));
  EXPECT_EQ(
      text.take(),
      "1. 쌀값\n가) 산지\n다) 소매\n사이\n2. 콩값\n□ 밀값\n4. 개요\n없는 표\n없는 번호\n없는 모양");
}

TEST(SectionText, IsReadWhateverItsListsAre) {
  for (const std::string& doc_info :
       {record(23, 1, "abc"), record(23, 1, level(0, "^1.").substr(0, 15)), record(24, 1, ""),
        record(25, 1, "a"), record(23, 1, number(0, 12) + number(65535, 2))}) {
    SectionText text(kMost, ListMarks(doc_info + shape(2, 0, 1)));
    text.add(paragraph_of_shape(0, "쌀값") + paragraph_of_shape(1, "콩값"));
    const std::string read = text.take();
    EXPECT_NE(read.find("쌀값"), std::string::npos);
    EXPECT_NE(read.find("콩값"), std::string::npos);
  }
}

TEST(SectionText, IsInTheOrderOfTheRecords) {
  const std::string anchor = test::paragraph(control(11), 0);
  const struct {
    const char* what;
    std::string section;
    std::string_view text;
  } rows[] = {
      {"paragraphs", paragraph("쌀값이 올랐다.") + paragraph("  ") + paragraph("밀값은 내렸다."),
       "쌀값이 올랐다.\n밀값은 내렸다."},
      {"a table's rows, empty cells left out",
       anchor + table(1, {{"담당 부서", "농정과", ""}, {"책임자", "", "과장 김서연"}}) +
           paragraph("쌀값이 올랐다."),
       "담당 부서 | 농정과\n책임자 | 과장 김서연\n쌀값이 올랐다."},
      {"words in art, an equation",
       anchor + control_head("gso ", 1) + record(76, 2, "") +
           record(90, 3,
                  std::string(32, '\0') + number(11, 2) + utf16("새해\r\n복 많이 받자") + "font") +
           anchor + control_head("eqed", 1) +
           record(88, 2, number(0, 4) + number(3, 2) + utf16("a=b")),
       "새해 복 많이 받자\na=b"},
      {"words in art that are cut off",
       anchor + control_head("gso ", 1) +
           record(90, 3, std::string(32, '\0') + number(9, 2) + utf16("새해")) + record(90, 3, "x"),
       "새해"},
      {"a large first letter, before its word",
       test::paragraph(control(11) + utf16("빛시가 밝혔다.")) +
           control_head("gso ", 1, number(0x421A6310, 4)) + record(76, 2, "") + list(3) +
           paragraph("한", 3) + paragraph("쌀값이 올랐다."),
       "한빛시가 밝혔다.\n쌀값이 올랐다."},
      {"one in a paragraph of its own",
       anchor + control_head("gso ", 1, number(0x421A6310, 4)) + record(76, 2, "") + list(3) +
           paragraph("한", 3) + paragraph("쌀값이 올랐다."),
       "한\n쌀값이 올랐다."},
      {"more than a letter, in a box like it",
       test::paragraph(control(11) + utf16("빛시가 밝혔다.")) +
           control_head("gso ", 1, number(0x421A6310, 4)) + record(76, 2, "") + list(3) +
           paragraph("한빛시 소식", 3),
       "빛시가 밝혔다.\n한빛시 소식"},
      {"a letter in another box",
       test::paragraph(control(11) + utf16("빛시가 밝혔다.")) +
           control_head("gso ", 1, number(0x242A2311, 4)) + record(76, 2, "") + list(3) +
           paragraph("한", 3),
       "빛시가 밝혔다.\n한"},
      {"a cell of several paragraphs",
       anchor + control_head("tbl ", 1) + record(77, 2, "") + cell(0, 0, 2) +
           paragraph("연락처", 2) + cell(1, 0, 2) + paragraph("과장 김서연", 2) +
           paragraph("주무관 박도윤", 2),
       "연락처 | 과장 김서연 주무관 박도윤"},
      {"a cell alone in its row",
       anchor + control_head("tbl ", 1) + record(77, 2, "") + cell(0, 0, 2) +
           paragraph("시립도서관 네 곳,", 2) + paragraph("밤 열 시까지 연다", 2) +
           paragraph("- 평일만 -", 2) + paragraph("장서 구입비는 늘린다 -", 2) + cell(1, 0, 2) +
           paragraph("", 2),
       "시립도서관 네 곳, 밤 열 시까지 연다\n- 평일만 -\n장서 구입비는 늘린다 -"},
      {"a notice that is laid out in a cell, whose lines are no headline",
       anchor + control_head("tbl ", 1) + record(77, 2, "") + cell(0, 0, 2) +
           paragraph("한빛시 채용 공고", 2) +
           paragraph(
               "한빛시에서는 새벽시장 일을 맡을 사람을 다음과 같이 뽑으니 상인과 시민 여러분께서 널리 "
               "알려 주시고 많이 지원하여 주시기를 바랍니다.",
               2) +
           paragraph("2025. 3. 4.", 2) + paragraph("한빛시장", 2),
       "한빛시 채용 공고\n한빛시에서는 새벽시장 일을 맡을 사람을 다음과 같이 뽑으니 상인과 시민 여러분께서 널리 "
       "알려 주시고 많이 지원하여 주시기를 바랍니다.\n2025. 3. 4.\n한빛시장"},
      {"a table in a cell",
       anchor + control_head("tbl ", 1) + record(77, 2, "") + cell(0, 0, 2) + paragraph("품목", 2) +
           cell(1, 0, 2) + test::paragraph(control(11), 2) + table(3, {{"쌀", "밀"}}) +
           cell(0, 1, 2) + paragraph("값", 2),
       "품목 | 쌀 | 밀\n값"},
      {"a caption before its table, with its number",
       anchor + control_head("tbl ", 1) + list(2) +
           test::paragraph(utf16("표 ") + control(18) + utf16(" 쌀값"), 2) +
           control_head("atno", 3, number(4, 4) + number(7, 2)) + record(77, 2, "") +
           cell(0, 0, 2) + paragraph("쌀", 2) + cell(1, 0, 2) + paragraph("삼천 원", 2),
       "표 7 쌀값\n쌀 | 삼천 원"},
      {"a text box",
       anchor + control_head("gso ", 1) + record(76, 2, "") + list(3) + paragraph("쌀값 그림", 3) +
           paragraph("쌀값이 올랐다."),
       "쌀값 그림\n쌀값이 올랐다."},
      {"a note behind its paragraph",
       test::paragraph(utf16("쌀값이 올랐다") + control(17) + utf16(".")) +
           control_head("fn  ", 1) + list(2) + paragraph("산지 값이다.", 2) +
           paragraph("밀값은 내렸다."),
       "쌀값이 올랐다.\n산지 값이다.\n밀값은 내렸다."},
      {"headers and footers once, at the end",
       test::paragraph(control(16) + control(16) + utf16("쌀값이 올랐다.")) +
           control_head("head", 1) + list(2) + paragraph("한빛시 소식", 2) +
           control_head("head", 1) + list(2) + paragraph("한빛시 소식", 2) +
           control_head("foot", 1) + list(2) + paragraph("농정과", 2) + paragraph("밀값은 내렸다."),
       "쌀값이 올랐다.\n밀값은 내렸다.\n한빛시 소식\n농정과"},
      {"objects of a form",
       anchor + control_head("form", 1) +
           form("CommonSet:set:29:Name:wstring:3:Box Command:wstring:0: ButtonSet:set:9:"
                "Caption:wstring:5:동의 여부 Value:int:1 ") +
           control_head("form", 1) +
           form("ComboBoxSet:set:9:ListBoxRows:int:4 Text:wstring:2:봄철 ListBoxWidth:int:0 ") +
           control_head("form", 1) + form("EditSet:set:9:Text:wstring:0: MultiLine:bool:0 ") +
           control_head("form", 1) + form("ButtonSet:set:9:Caption:wstring:99:끝") +
           control_head("form", 1) + form("Caption:wstring:") + record(91, 2, "tbc+") +
           control_head("form", 1) + form("ButtonSet:set:9:Caption:wstring:2:인쇄", "tbp+"),
       "동의 여부\n봄철\n끝"},
      {"what all pages of a section have, behind the text",
       test::paragraph(utf16("쌀값이 올랐다.") + control(2)) + control_head("secd", 1) + list(2) +
           paragraph("한빛시 소식", 2) + control_head("cold", 1) + paragraph("밀값은 내렸다."),
       "쌀값이 올랐다.\n밀값은 내렸다.\n한빛시 소식"},
      {"memos",
       paragraph("쌀값이 올랐다.") + control_head("%unk", 1) + record(93, 1, number(1, 4)) +
           record(72, 1, std::string(16, '\0')) + paragraph("다시 셀 것", 1),
       "쌀값이 올랐다.\n다시 셀 것"},
      {"no note that is hidden",
       test::paragraph(utf16("쌀값이 올랐다.") + control(15)) + control_head("tcmt", 1) + list(2) +
           paragraph("확인할 것", 2) + paragraph("밀값은 내렸다."),
       "쌀값이 올랐다.\n밀값은 내렸다."},
      {"nothing", "", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(text_of(row.section), row.text) << row.what;
}

// Pages are laid out with tables of one cell.
TEST(SectionText, ALongCellKeepsItsLines) {
  const std::string story =
      "장서 오만 권을 갖춘 도서관이 문을 연다. 평일 아침 아홉 시부터 밤 열 시까지다.";
  const std::string section = control_head("tbl ", 1) + record(77, 2, "") + cell(0, 0, 2) +
                              paragraph("도서관 개관", 2) + cell(1, 0, 2) + paragraph(story, 2) +
                              paragraph(story, 2) + paragraph(story, 2) + cell(2, 0, 2) +
                              paragraph("한빛시", 2);
  EXPECT_EQ(text_of(section), "도서관 개관\n" + story + "\n" + story + "\n" + story + "\n한빛시");
}

TEST(SectionText, GoesOnOverSections) {
  SectionText text(kMost);
  EXPECT_TRUE(text.add(paragraph("첫째 마당")));
  EXPECT_TRUE(text.add(paragraph("둘째 마당")));
  EXPECT_EQ(text.take(), "첫째 마당\n둘째 마당");
}

TEST(SectionText, ARecordMayBeLong) {
  std::string story;
  for (int i = 0; i < 3000; ++i) story += "쌀";
  EXPECT_EQ(text_of(paragraph(story)), story);
}

TEST(SectionText, EndsWhereItIsCutOff) {
  const std::string section = paragraph("쌀값이 올랐다.") + paragraph("밀값은 내렸다.");
  for (std::size_t size = 1; size < section.size(); ++size) {
    SectionText text(kMost);
    text.add(std::string_view(section).substr(0, size));
    const std::string found = text.take();
    EXPECT_TRUE(std::string_view("쌀값이 올랐다.\n밀값은 내렸다.").starts_with(found)) << size;
  }
  SectionText text(kMost);
  EXPECT_FALSE(text.add(std::string_view(section).substr(0, section.size() - 4)));
  EXPECT_EQ(text.take(), "쌀값이 올랐다.\n밀값은 내렸다");
}

TEST(SectionText, HoldsNoMoreThanAskedFor) {
  SectionText text(10);
  EXPECT_TRUE(text.add(paragraph("쌀값이 올랐다.")));
  EXPECT_TRUE(text.is_full());
  EXPECT_EQ(text.take(), "쌀값이");
}

// Levels lie where they like: tables in tables, none closed, up and down.
TEST(SectionText, AnyLevelsGiveTheText) {
  std::string deep;
  for (unsigned level = 0; level + 3 < 1024; level += 2) {
    deep += control_head("tbl ", level) + record(77, level + 1, "") + cell(0, 0, level + 1);
  }
  EXPECT_EQ(text_of(deep + paragraph("쌀값", 1022)), "쌀값");
  std::string jumping;
  for (unsigned i = 0; i < 1000; ++i) {
    jumping += control_head(i % 3 == 0 ? "head" : "tbl ", i * 389 % 1024) +
               record(77, i * 7 % 1024, "") + cell(i, i, i * 11 % 1024);
  }
  EXPECT_EQ(text_of(jumping + paragraph("쌀값")), "쌀값");
}

}  // namespace
}  // namespace gisa
