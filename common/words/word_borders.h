#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/words/lexicon.h"

namespace gisa {

// Whether letters that stand in an eojeol are a word there: 전화 is one in 휴대전화, 대전 is not.
//
// The eojeol is cut as a unigram model cuts it (Viterbi over the shares of words, as
// SentencePiece's unigram model and Morfessor do), three times: the best cut in which the letters
// are a word, the best one that parts them, and the best one that has them inside a longer word.
// The letters count if the first is the best, or near it. Single syllables are prefixes (신기술) or
// suffixes (서울시), as far as the archive uses them so. What the archive does not know is taken as
// it was before there was a lexicon: the letters count.
//
// Decisions are remembered by eojeol, a bounded number of them: one thread at a time, also to read.
class WordBorders {
 public:
  // What letters in an eojeol are, by its cuts.
  enum class Standing : std::uint8_t {
    word,
    parted,  // the best cut gives them to different pieces: 대전 in 휴대+전화
    hidden,  // the best cut has them within a longer word: 재판 in 재판관
  };

  explicit WordBorders(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

  const Lexicon& lexicon() const { return lexicon_; }

  // Whether syllables [begin, end) of `eojeol`, a run of Hangul, are a word there.
  bool stands(std::u32string_view eojeol, std::size_t begin, std::size_t end) const;

  // The same with its reason, one line: `수원 in 사법연수원 (사법+연수원): no, its letters part`.
  std::string explain(std::u32string_view eojeol, std::size_t begin, std::size_t end) const;

  // Whether the archive knows `surface` itself as a word, rather than `stem`, with which it begins,
  // and a particle: 전문의, not 투자가.
  bool is_word(std::u32string_view surface, std::size_t stem) const;

  // How much of `surface` is the longest word that is_word(): 3 of 김정은이. `stem` if there is
  // none.
  std::size_t known_length(std::u32string_view surface, std::size_t stem) const;

  // The words of two syllables or more that the archive knows and `compound`, a run of Hangul, is
  // made of, in order, the compound itself aside. Of one that the archive does not know, syllables
  // may be left over in one place: 터널 of 공릉터널. Empty if there is none (CompoundCut).
  std::vector<std::u32string> parts(std::u32string_view compound) const;

  // The best cut, pieces joined by +.
  std::string cut(std::u32string_view eojeol) const;

 private:
  struct Scores;

  Scores scores(std::u32string_view eojeol, std::size_t begin, std::size_t end, double piece_bonus,
                double affix_bonus) const;
  bool is_rather_ending(std::u32string_view eojeol, std::size_t begin) const;
  bool is_rather_verb(std::u32string_view beginning) const;
  bool is_plain(std::u32string_view eojeol, std::size_t begin, std::size_t end) const;
  Standing judge(std::u32string_view eojeol, std::size_t begin, std::size_t end) const;
  double word_score(std::u32string_view word) const;  // below any other if it is not known
  double unknown_score(std::size_t syllables) const;
  double affix_score(char32_t syllable, bool first, bool last) const;
  double particle_score(std::u32string_view rest) const;
  double verb_score(std::u32string_view stem, std::u32string_view rest) const;
  std::size_t length_without_particle(std::u32string_view eojeol) const;

  // So that what is remembered is found without a copy of what is looked for.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view chars) const {
      return std::hash<std::u32string_view>()(chars);
    }
  };
  template <typename Value>
  using Remembered = std::unordered_map<std::u32string, Value, Hash, std::equal_to<>>;

  const Lexicon lexicon_;
  mutable Remembered<bool> known_;  // eojeol, begin, end -> stands
  mutable std::u32string key_;      // of `known_`, the last one asked for
  mutable Remembered<double> word_scores_;
};

}  // namespace gisa
