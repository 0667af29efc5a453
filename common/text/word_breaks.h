#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

struct UBreakIterator;

namespace gisa {

// Thai, Lao, Khmer, Burmese and the other scripts that write no blank between words: the class SA
// of Unicode annex 14, vowel signs and tone marks included.
bool is_written_without_blanks(char32_t c);

// Where ICU ends a word in text of such scripts: Unicode annex 29, with ICU's dictionaries. One
// thread at a time.
class WordBreaks {
 public:
  // Byte behind the word that begins at `at`, a character of such a script in valid UTF-8 that
  // outlives the calls. Throws gisa::Error (internal) if ICU's rules cannot be loaded.
  std::size_t end_of_word(std::string_view text, std::size_t at);

  // To be called before a text of another content is asked about.
  void forget() { run_ = {}; }

 private:
  struct Close {
    void operator()(UBreakIterator* breaks) const;
  };

  void read_run(std::string_view text, std::size_t at);

  std::unique_ptr<UBreakIterator, Close> breaks_;  // opened when it is first needed
  std::string_view run_;  // of the text: characters of such scripts, read by `breaks_`
};

}  // namespace gisa
