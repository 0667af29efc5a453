#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/joint.h"
#include "gisa/article.h"

struct UBreakIterator;

namespace gisa {

// One character of an eojeol, ready to be compared.
struct FoldedChar {
  char32_t value = 0;         // after NFKC and case folding
  Joint joint = Joint::none;  // of a sign that stays; junction: what was left out before it
  Span source;                // bytes of the text it came from
};

using Eojeol = std::vector<FoldedChar>;

// Appends the characters of text[span], folded one by one; what folds to nothing (soft hyphen,
// joiners) is left out.
void append_folded(std::string_view text, Span span, Eojeol& out);

// Cuts text into eojeol, the blank-separated units of Korean writing: ICU's word breaks, joined
// again where nothing lies between them (ICU has no Korean dictionary and only separates scripts),
// or a sign that joins: 한·미, K-9, R&D (joint.h). Other middle dots, which ICU takes for letters,
// are read as blanks. ICU is asked
// only where its answer is not plain: between blanks, Hangul, ASCII letters and digits stand
// together and most other ASCII signs apart.
class EojeolBreaker {
 public:
  // Loads ICU's rules. Throws gisa::Error (internal) if that fails. One thread at a time.
  EojeolBreaker();

  // Begins with `text`: valid UTF-8 in NFC, which must outlive the calls of next().
  void start(std::string_view text);

  // The next eojeol, folded, into `eojeol`; false at the end of the text.
  bool next(Eojeol& eojeol);

 private:
  // How the stretch between two blanks is cut.
  enum class Cut { plainly, by_icu };

  bool next_stretch();
  bool next_plain(Eojeol& eojeol);
  void ask_icu();
  bool next_by_icu(Eojeol& eojeol);
  bool next_word(Span& word);
  bool joins(char32_t c, std::size_t at) const;
  bool joined(Span left, Span right) const;
  std::size_t byte_of(std::size_t unit);

  struct CloseIterator {
    void operator()(UBreakIterator* iterator) const;
  };
  std::unique_ptr<UBreakIterator, CloseIterator> iterator_;
  std::string_view text_;
  Span stretch_;  // what is left of it, if it is cut plainly
  Cut cut_ = Cut::plainly;
  std::u16string units_;  // the stretch in UTF-16, for ICU
  std::size_t unit_ = 0;  // how far the mapping of units to bytes has walked
  std::size_t byte_ = 0;
  Span ahead_;  // the word after the current eojeol; empty at the end of the stretch
};

}  // namespace gisa
