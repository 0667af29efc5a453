#include "indexer/news/list_numbers.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(ListNumbers, AreWrittenInTheirStyle) {
  const struct {
    NumberStyle style;
    unsigned number;
    const char* written;
  } rows[] = {
      {NumberStyle::digit, 12, "12"},
      {NumberStyle::circled_digit, 3, "③"},
      {NumberStyle::roman_capital, 4, "Ⅳ"},
      {NumberStyle::latin_small, 26, "z"},
      {NumberStyle::hangul_syllable, 2, "나"},
      {NumberStyle::circled_hangul, 1, "㉮"},
      {NumberStyle::hangul_jamo, 14, "ㅎ"},
      {NumberStyle::hangul_word, 10, "십"},
      {NumberStyle::ideograph, 3, "三"},
      {NumberStyle::hangul_syllable, 15, "15"},  // no syllable is left
  };
  for (const auto& row : rows) EXPECT_EQ(written(row.style, row.number), row.written);
}

TEST(ListNumbers, BeginAnewBelowTheNextNumberAbove) {
  ListNumbers numbers;
  numbers.define(1, {{"^1.", NumberStyle::digit, 1},
                     {"^2.", NumberStyle::hangul_syllable, 1},
                     {"(^1-^3)", NumberStyle::digit, 5}});
  const struct {
    std::size_t level;
    const char* mark;
  } rows[] = {{0, "1."}, {1, "가."}, {1, "나."}, {2, "(1-5)"}, {2, "(1-6)"},
              {0, "2."}, {1, "가."}, {3, ""},    {2, "(2-5)"}};
  for (const auto& row : rows) EXPECT_EQ(numbers.next(1, row.level), row.mark);
  EXPECT_EQ(numbers.next(2, 0), "") << "a list that is not there";
}

TEST(ListNumbers, TakeAPatternAsItIs) {
  ListNumbers numbers;
  numbers.define(7, {{"제^1조", NumberStyle::digit, 3}, {"^9 ^ ^", NumberStyle::digit, 1}});
  EXPECT_EQ(numbers.next(7, 0), "제3조");
  EXPECT_EQ(numbers.next(7, 1), "^9 ^ ^");
}

TEST(ListNumbers, HaveNoSignOfAFontsOwn) {
  EXPECT_EQ(plain_bullet("\uF06C"), "•");
  EXPECT_EQ(plain_bullet("○"), "○");
  EXPECT_EQ(plain_bullet(" "), "");
}

}  // namespace
}  // namespace gisa
