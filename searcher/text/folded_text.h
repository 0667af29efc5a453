#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/stem.h"
#include "common/analysis/word_reader.h"
#include "common/words/word_borders.h"
#include "gisa/article.h"
#include "searcher/text/letter_index.h"

namespace gisa {

// A text as the text-side checks read it: its letters and digits, folded, without blanks and
// punctuation, so that 인공 지능 and 인공지능 are one string; where words begin is kept beside.
// What makes another word of one stays: the point of 1.6, the & of S&P, the % of 30%. One thread at
// a time, to read, too.
class FoldedText {
 public:
  FoldedText() = default;

  // Replaces the contents by those of `text` (valid UTF-8, NFC), leaving out the bytes in
  // `boilerplate` (ascending). Keeps its room. `words`, which must outlive the contents, says what
  // is a word.
  void assign(std::string_view text, const std::vector<Span>& boilerplate = {},
              const WordBorders* words = nullptr);

  // kBreak stands where a sentence, a paragraph or a boilerplate part ends: nothing matches across
  // it.
  static constexpr char32_t kBreak = 0;
  std::u32string_view chars() const { return {chars_.data(), size_}; }
  std::size_t size() const { return size_; }

  // Where `wanted` stands in chars(). As long as the contents and `wanted` last.
  PlacesOf places_of(std::u32string_view wanted) const { return {chars(), letters(), wanted}; }

  // The number of the blank-separated word that character `i` is in.
  std::uint32_t word(std::size_t i) const { return stretches_[places_[i].stretch].word; }
  std::uint32_t words() const { return word_count_; }

  // True where a word begins, or its script changes: 반도체 begins in AI반도체.
  bool starts_word(std::size_t i) const;

  // True if no character of [begin, end) but the first starts_word().
  bool is_one_run(std::size_t begin, std::size_t end) const { return run(begin) == run(end - 1); }

  // True if a word, or its script, ends with character `i`, or only particles and endings follow.
  // An ending itself, behind another script or a closing quote, is no word: 가 of AI가.
  bool ends_stem(std::size_t i) const;

  // False for characters [begin, end) within a word that reach into what the analyzer strips from
  // it: 기부 of 하반기부터. What begins the word may, by a syllable, since not all that looks like
  // an ending is one: 드라마 of 드라마다, but not 교육부 of 교육부터.
  bool is_part_of_word(std::size_t begin, std::size_t end) const;

  // Whether characters [begin, end) are a word there by what the archive has taught; true if they
  // are not Hangul of one run, or nothing was learnt.
  bool is_known_word(std::size_t begin, std::size_t end) const;

  // Why, or why not, one line; empty where nobody asks the archive.
  std::string explain_word(std::size_t begin, std::size_t end) const;

  // Bytes of the text that characters [begin, end) came from.
  Span source(std::size_t begin, std::size_t end) const {
    return {places_[begin].begin, places_[end - 1].begin + places_[end - 1].bytes};
  }

 private:
  void append(std::string_view text, Span span);
  void append_breaks(std::string_view part, Span between, std::uint32_t base);
  void append_syllables(std::string_view part, Span word, std::uint32_t base);
  void append_run(const Word& word, const ScriptRun& run, std::uint32_t base);
  void grow(std::size_t room);
  void push(char32_t c, Span source);
  void push_break(Span source);

  // A run of Hangul, and what is left of it without particles and endings.
  struct HangulRun {
    std::uint32_t number = 0;  // as in Stretch; 0 is none
    std::size_t begin = 0;
    bool begins_word = false;
    bool cut_off = false;  // all of it an ending behind a closing sign: 이 of ‘인공지능’이
    Stem stem;
  };
  const HangulRun& hangul_run_at(std::size_t i) const;

  // The run of Hangul that characters [begin, end) lie in: [first, last). Empty if they are not
  // Hangul of one run, or nothing was learnt from the archive.
  struct HangulEojeol {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  HangulEojeol hangul_eojeol_of(std::size_t begin, std::size_t end) const;
  bool is_counted_thing(const HangulEojeol& eojeol, std::size_t begin) const;

  const LetterIndex& letters() const;
  std::uint32_t run(std::size_t i) const { return stretches_[places_[i].stretch].run; }
  bool ends_run(std::size_t i) const;
  bool is_behind_sign(std::size_t i) const;

  // What characters beside one another have in common: the numbers of their word, and of their run
  // of one script within that.
  struct Stretch {
    std::uint32_t word;
    std::uint32_t run;
    bool operator==(const Stretch&) const = default;
  };

  // Where a character came from.
  struct Place {
    std::uint32_t begin;  // byte of the text
    std::uint32_t stretch : 29;
    std::uint32_t bytes : 3;  // of that character
  };

  const WordBorders* borders_ = nullptr;
  std::size_t size_ = 0;
  std::vector<char32_t> chars_;  // `size_` of them, and room that is kept from text to text
  std::vector<Place> places_;    // as many
  std::vector<Stretch> stretches_;
  std::vector<std::uint32_t> behind_signs_;  // words right behind a closing sign, ascending
  std::uint32_t word_count_ = 0;
  std::uint32_t run_count_ = 0;
  mutable HangulRun hangul_run_;  // the last one asked about: a long one is asked about often
  mutable LetterIndex letters_;   // made once somebody asks
  mutable bool has_letters_ = false;
};

// The letters and digits of `text`, folded, nothing else: what a query word is compared as.
std::u32string folded_chars(std::string_view text);

}  // namespace gisa
