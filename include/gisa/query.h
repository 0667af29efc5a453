#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/note.h"

namespace gisa {

enum class Op {
  best,        // parts in one row: words rank, phrases and fields must hold, excludes must not;
               // without parts it asks for nothing and finds nothing
  everything,  // *
  any,         // a OR b: at least one part
  word,        // text = {the word as typed}
  prefix,      // text = {the beginning of a word}
  phrase,      // text = {the words between the quotes}
  field,       // parts = {what must stand in the field}
  exclude,     // parts = {what must not occur}
};

// What was asked, before any language analysis. A value: copy it, compare it, print it.
struct Query {
  Op op = Op::best;
  std::string field;              // for Op::field: `title`
  std::vector<std::string> text;  // for word, prefix, phrase: valid UTF-8, NFC
  std::vector<Query> parts;       // for best, any, field, exclude

  friend bool operator==(const Query&, const Query&) = default;
};

struct ParsedQuery {
  Query query;
  std::vector<Note> notes;  // what was read otherwise than written
};

// Reads the query language of docs/query.md. Never fails: what does not parse is read as words,
// with a note. Bytes that are not UTF-8 become U+FFFD.
ParsedQuery parse_query(std::string_view text);

// The words of `text`, all of them plain: quotes, minus and colons are punctuation.
ParsedQuery parse_plain(std::string_view text);

// One line, an S-expression: (best 알리바바 (phrase 무료 상담) (exclude 주가))
std::string to_string(const Query& query);

}  // namespace gisa
