#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// A text as the text-side checks read it: its letters and digits, folded, without blanks and
// punctuation, so that 인공 지능 and 인공지능 are one string; where words begin is kept beside.
class FoldedText {
 public:
  FoldedText() = default;

  // Replaces the contents by those of `text` (valid UTF-8, NFC), leaving out the bytes in `quiet`
  // (ascending). Keeps its room.
  void assign(std::string_view text, const std::vector<Span>& quiet = {});

  // kBreak stands where a sentence, a line or a quiet part ends: nothing matches across it.
  static constexpr char32_t kBreak = 0;
  std::u32string_view chars() const { return chars_; }
  std::size_t size() const { return chars_.size(); }

  // The number of the blank-separated word that character `i` is in.
  std::uint32_t word(std::size_t i) const { return places_[i].word; }
  std::uint32_t words() const { return word_count_; }

  // True where a word begins, or its script changes: 반도체 begins in AI반도체.
  bool starts_word(std::size_t i) const;

  // True if a word, or its script, ends with character `i`, or only particles and endings follow.
  bool ends_stem(std::size_t i) const;

  // Bytes of the text that characters [begin, end) came from.
  Span source(std::size_t begin, std::size_t end) const {
    return {places_[begin].begin, places_[end - 1].end};
  }

 private:
  void append(std::string_view text, Span span);
  void push(char32_t c, std::size_t begin, std::size_t end);
  bool same_run(std::size_t left, std::size_t right) const;

  // Where a character came from: bytes of the text, and the number of its word.
  struct Place {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t word;
  };

  std::u32string chars_;
  std::vector<Place> places_;
  std::uint32_t word_count_ = 0;
  bool in_word_ = false;
};

// The letters and digits of `text`, folded, nothing else: what a query word is compared as.
std::u32string folded_chars(std::string_view text);

}  // namespace gisa
