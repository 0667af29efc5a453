#include "indexer/readers/office/field_text.h"

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

}  // namespace

std::string text_of_field(std::string_view instruction) {
  std::string_view text = trim(instruction);
  if (take_word(text, "EQ ")) return std::string(trim(word_under_reading(text)));
  if (!take_word(text, "MACROBUTTON ")) return {};
  const std::size_t blank = text.find(' ');  // behind the macro's name
  return blank == text.npos ? std::string() : std::string(trim(text.substr(blank)));
}

}  // namespace gisa
