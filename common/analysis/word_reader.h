#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/analysis/joint.h"
#include "common/analysis/script_run.h"
#include "common/text/word_breaks.h"
#include "gisa/article.h"

namespace gisa {

// One character of a word, ready to be compared.
struct FoldedChar {
  char32_t value = 0;         // after NFKC and case folding
  Joint joint = Joint::none;  // of a sign that stays; junction: what was left out before it
  Span source;                // bytes of the text it came from
};

// What stands together in a text: letters, digits, and the signs that are part of them. A point
// inside a number (10.1) or between Latin letters (jd.com) and other signs that stay (r&d, c++) are
// characters of the run before them; the comma of 3,000, the dot of 한·미 and what folds to nothing
// (a soft hyphen) are none.
struct Word {
  Span source;             // bytes of the text
  bool is_hangul = false;  // all of it is syllables; chars and runs are empty until spell_out()
  std::vector<FoldedChar> chars;
  std::vector<ScriptRun> runs;  // all of the characters, one run after the other
};

// Cuts a text into words, and these into runs of one script. What is indexed and what is held
// against a query is read by this, so that they cannot differ. Words begin and end
// where Unicode annex 29 has a border, but for the signs of sign.h and joint.h; in scripts that
// write no blanks, ICU finds them. One thread at a time.
class WordReader {
 public:
  // Begins with `text`: valid UTF-8 in NFC, which must outlive the calls of next().
  void start(std::string_view text);

  // Replaces `word` by the next one; false at the end of the text.
  bool next(Word& word);

  // Fills in what next() left out of a word that is_hangul, which most are.
  void spell_out(Word& word) const;

 private:
  bool read_hangul_word(Span& source);
  bool read_word(Word& word);

  // Each reads what comes next. False if that is behind the word.
  bool read_hangul(Word& word);
  bool read_ascii(char32_t c, Word& word);
  template <typename IsOfRun>
  bool read_ascii_run(Script script, IsOfRun is_of_run, Word& word);
  bool read_other(Word& word);
  bool read_part(Word& word);
  bool read_joint(Joint joint, Span source, Word& word);
  bool read_sign(const FoldedChar& sign, Word& word);

  Joint joint_of(char32_t c, std::size_t at) const;
  std::size_t sign_behind_hangul(std::size_t at) const;
  void fold_into_parts(Joint joint, Span source);
  void add(FoldedChar c, Script script, Word& word);
  char32_t ascii_at(std::size_t at) const;
  char32_t char_ahead(std::size_t n) const;

  std::string_view text_;
  std::size_t at_ = 0;
  Joint left_out_ = Joint::none;   // junction: before the next character
  std::vector<FoldedChar> parts_;  // what the character before `at_` folds to
  std::size_t parts_left_ = 0;     // at their end, to be read before what is at `at_`
  WordBreaks breaks_;
  std::size_t break_ = 0;  // behind the last word that `breaks_` was asked about
};

}  // namespace gisa
