#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/note.h"

namespace gisa {

enum class LexemeKind {
  word,
  prefix,  // 알리*: text without the star
  star,    // * alone
  phrase,  // text between quotes
  field,   // title: (text without the colon, as the query language spells it)
  minus,   // before what is excluded: text is -, ! or NOT
  plus,    // before what must stand
  either,  // OR or |
  both,    // AND
  near,    // NEAR, with its distance
  open,    // (
  close,   // )
};

struct Lexeme {
  LexemeKind kind;
  std::string text;
  std::optional<std::size_t> distance = std::nullopt;  // of near; of a phrase, if it has one
};

// Cuts a query (valid UTF-8, NFC) into lexemes. A quote without its partner is read as if it were
// not there, with a note.
std::vector<Lexeme> read_lexemes(std::string_view query, std::vector<Note>& notes);

std::vector<std::string_view> split_at_blanks(std::string_view text);

}  // namespace gisa
