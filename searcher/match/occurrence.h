#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/text/folded_text.h"
#include "searcher/words/search_word.h"

namespace gisa {

// How a query word stands in a text.
enum class Fit : std::uint8_t {
  inside,  // within a compound: 보험 in 건강보험공단
  start,   // a word begins with it: 바나나 in 바나나우유
  whole,   // it is a word, particles aside; it may be written in pieces: 인공 지능
};

struct Occurrence {
  std::size_t begin;  // characters of the FoldedText
  std::size_t end;
  Fit fit;
  double worth;  // 1 as typed, else the weight of the one of SearchWord::variants
  bool is_word;  // false: its letters stand there, but the eojeol is cut into other words
  std::size_t word_end = 0;  // of the word whose borders were looked at, without a typed particle
};

// Where the letters of `word` stand in `text`, in order, not overlapping. A word of one syllable
// only fits whole; a number or a Latin word never fits inside a longer one.
void find_occurrences(const FoldedText& text, const SearchWord& word, std::vector<Occurrence>& out);

// The same of a part of a word.
void find_occurrences(const FoldedText& text, std::u32string_view part,
                      std::vector<Occurrence>& out);

// How often `term` stands in `text` on its own or within a word, by the same rules.
std::size_t count_places(const FoldedText& text, std::u32string_view term);

// A digit or a letter of an alphabet: no part of such a word is a word.
bool is_alphanumeric(char32_t c);

// Whether `word` or a variant of it stands anywhere in `text`: what makes a passage a hit. A
// counter behind its number (세 of 5세) is no word here, as in the index; it only ranks.
bool occurs(const FoldedText& text, const SearchWord& word);

// Whether half of the word's syllable pairs may stand for it: if it has four syllables or more. Of
// one with SearchWord::by_script, all of these.
bool half_may_do(const SearchWord& word);

// Whether that or a part of it may stand for the word.
bool may_be_in_pieces(const SearchWord& word);

// Whether `word` occurs, or, if it may be in pieces, enough of them.
bool occurs_in_pieces(const FoldedText& text, const SearchWord& word);

// How many of the syllable pairs of `stem` (two characters at least) stand in `text`, each within a
// word, from 0 to 1.
double share_of_pairs(const FoldedText& text, std::u32string_view stem);

// Where `chars` stand in `text` one after the other, wherever blanks and punctuation fall. In
// order; some may overlap.
std::vector<std::size_t> phrase_places(const FoldedText& text, std::u32string_view chars);

// Whether there is such a place.
bool has_phrase(const FoldedText& text, std::u32string_view chars);

}  // namespace gisa
