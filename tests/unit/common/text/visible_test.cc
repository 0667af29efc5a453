#include "common/text/visible.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

struct Row {
  std::string text;
  const char* line;
  const char* lines;
};

const Row kRows[] = {
    {"첫눈 snow", "첫눈 snow", "첫눈 snow"},
    {"a\tb\nc\r\n", "a␉b␊c␍␊", "a\tb\nc␍\n"},
    {"\x1b[2J지움", "␛[2J지움", "␛[2J지움"},
    {std::string("a\0b", 3), "a␀b", "a␀b"},
    {"벨\a, 지움\b, DEL\x7f", "벨␇, 지움␈, DEL␡", "벨␇, 지움␈, DEL␡"},
    {"\u009b2J", "<U+009B>2J", "<U+009B>2J"},
    {"a\u202eb\u2066c", "a<U+202E>b<U+2066>c", "a<U+202E>b<U+2066>c"},
    {"줄\u2028줄", "줄<U+2028>줄", "줄<U+2028>줄"},
    {"\ufeff가\u200b나", "<U+FEFF>가<U+200B>나", "<U+FEFF>가<U+200B>나"},
    {"가\u061c나", "가<U+061C>나", "가<U+061C>나"},
    {"“첫눈”·눈꽃… ０", "“첫눈”·눈꽃… ０", "“첫눈”·눈꽃… ０"},
    {"👨\u200d👩", "👨\u200d👩", "👨\u200d👩"},
    {"a\xff\xb0z", "a\ufffd\ufffdz", "a\ufffd\ufffdz"},
    {"\xed\xa0\x80", "\ufffd\ufffd\ufffd", "\ufffd\ufffd\ufffd"},
    {"", "", ""},
};

TEST(Visible, ShowsWhatATerminalWouldObey) {
  for (const Row& row : kRows) {
    EXPECT_EQ(visible(row.text), row.line);
    EXPECT_EQ(visible_lines(row.text), row.lines);
  }
}

}  // namespace
}  // namespace gisa
