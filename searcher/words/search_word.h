#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Another way to write a word, or another name: 미국 for 美.
struct WrittenForm {
  std::u32string stem;             // folded
  std::vector<std::string> terms;  // of the index
  double weight = 1;               // against the word as typed
  std::string_view source;         // hanja, loanword, number, alias, synonym
  bool same_word = true;           // another spelling, not another name
};

// What stands for a word where the whole does not: 방풍 and 구조 for 방풍구조, 별 for 별은.
struct WordPart {
  std::u32string stem;    // folded
  double weight = 0;      // against the word; those of all parts are 1 at most
  bool suffices = false;  // a passage with it may be listed where Pieces may stand for words
};

// Where one of the parts of a word that suffice, or half of the syllable pairs of a word of four
// syllables or more, will do in its stead.
enum class Pieces : std::uint8_t {
  nowhere,
  in_rows,   // in a row of words: such a passage is listed by its score
  anywhere,  // for want of anything better
};

// A word of the query, as ranking and highlighting look for it in the text.
struct SearchWord {
  std::u32string stem;              // folded, its particle stripped if it is one
  std::u32string surface;           // folded, as typed
  std::size_t indexed = 0;          // characters of `stem` that the index has; 0: all
  std::size_t before_particle = 0;  // of `stem`, typed with its particle: 정부 of 정부는; 0: all
  std::vector<std::string> terms;         // of the index, its grams or itself
  std::vector<WrittenForm> variants;      // worth less than the word as typed
  std::vector<std::u32string> by_script;  // esco, 사업 of esco사업, two characters or more each
  std::vector<WordPart> parts;            // rank for want of the whole
  bool prefix = false;                    // any word that begins with `stem` will do
  double weight = 0;                      // its idf, less in a question word
};

}  // namespace gisa
