#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How a number before a paragraph is written, in the order in which HWP 5 counts the ways.
enum class NumberStyle {
  digit,                  // 1
  circled_digit,          // ①
  roman_capital,          // Ⅰ
  roman_small,            // ⅰ
  latin_capital,          // A
  latin_small,            // a
  circled_latin_capital,  // Ⓐ
  circled_latin_small,    // ⓐ
  hangul_syllable,        // 가
  circled_hangul,         // ㉮
  hangul_jamo,            // ㄱ
  circled_jamo,           // ㉠
  hangul_word,            // 일
  ideograph,              // 一
};

// The number, from 1, in that style; in digits where the style does not reach so far.
std::string written(NumberStyle style, unsigned number);

// A level of a list: its numbers stand in a pattern, as in `(^2)`, where ^1 to ^9 are those of a
// level.
struct ListLevel {
  std::string pattern;
  NumberStyle style = NumberStyle::digit;
  unsigned start = 1;
};

// Counts what a word processor sets before the paragraphs of its lists.
class ListNumbers {
 public:
  void define(int list, std::vector<ListLevel> levels);

  // The next paragraph of a list on a level has that number.
  void start_at(int list, std::size_t level, unsigned number);

  // What stands before the next paragraph of a list on a level, from 0; empty if there is no such
  // level.
  std::string next(int list, std::size_t level);

 private:
  struct List {
    std::vector<ListLevel> levels;
    std::vector<unsigned> counts;
  };

  std::map<int, List> lists_;
};

// The sign of a list without numbers; one of the private ones that fonts have becomes a bullet.
std::string plain_bullet(std::string_view sign);

}  // namespace gisa
