#include "indexer/readers/office/field_text.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// `word`, and the blanks behind it, are taken off.
bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trim(text.substr(word.size()));
  return true;
}

// Of `EQ \\* jc2 \\o\\ad(\\s\\up 9(reading),word)` the word.
std::string_view word_under_reading(std::string_view text) {
  const std::size_t over = text.find("\\o");
  const std::size_t end = text.rfind(')');
  if (over == text.npos || end == text.npos || end < over) return {};
  const std::size_t comma = text.substr(0, end).rfind(',');
  return comma == text.npos || comma < over ? std::string_view()
                                            : text.substr(comma + 1, end - comma - 1);
}

// Of an equation the words in its parentheses, apart from its commands: of `EQ \\f(1,2)` 1 2.
std::string words_of_equation(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\' && at + 1 < text.size() &&
        !is_ascii_letter(static_cast<unsigned char>(text[at + 1]))) {
      if (depth > 0) out += text[at + 1];
      ++at;
    } else if (c == '\\') {
      const std::size_t end = text.find_first_of("(\\", at + 1);
      at = std::min(end, text.size()) - 1;
    } else if (c == '(' || c == ')') {
      depth += c == '(' ? 1 : -1;
      out += ' ';
    } else if (depth > 0) {
      out += c == ',' || c == ';' ? ' ' : c;
    }
  }
  return std::string(trim(out));
}

}  // namespace

std::string text_of_field(std::string_view instruction) {
  std::string_view text = trim(instruction);
  if (take_word(text, "EQ ")) {
    const std::string_view word = trim(word_under_reading(text));
    return word.empty() ? words_of_equation(text) : std::string(word);
  }
  if (!take_word(text, "MACROBUTTON ")) return {};
  const std::size_t blank = text.find(' ');  // behind the macro's name
  return blank == text.npos ? std::string() : std::string(trim(text.substr(blank)));
}

}  // namespace gisa
