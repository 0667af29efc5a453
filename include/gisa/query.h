#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/export.h"
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
  title,       // parts = {what must stand in the title}
  exclude,     // parts = {what must not occur}
  all,         // a AND b: every part
  near,        // parts stand together, in any order, at most `distance` other words among them
  filter,      // the field has text = {what}; with a star at the end it begins so
  date,        // issued within text = {first day, last day}, 2020-02-03; an empty one is open
  facet,       // counted by the facet `field` (docs/json.md) under one of text = {values}

  field [[deprecated("it is Op::title")]] = title,  // what 0.1 called it
};

// What was asked, before any language analysis. A value: copy it, compare it, print it.
struct Query {
  Op op = Op::best;
  std::string field = {};  // for Op::title `title`, for Op::filter and facet `press`, `by`, ...
  std::vector<std::string> text = {};  // for word, prefix, phrase: valid UTF-8, NFC
  std::vector<Query> parts = {};       // for best, any, title, exclude, all, near
  std::size_t distance = 0;            // for near

  friend bool operator==(const Query&, const Query&) = default;
};

struct ParsedQuery {
  Query query;
  std::vector<Note> notes;  // what was read otherwise than written
};

// Reads the query language of docs/query.md. Never fails: what does not parse is read as words,
// with a note. Bytes that are not UTF-8 become U+FFFD. `today` is what `date:어제` counts from, in
// ISO 8601; empty: today's date in Korea.
GISA_API ParsedQuery parse_query(std::string_view text, std::string_view today = {});

// The words of `text`, all of them plain: quotes, minus and colons are punctuation.
GISA_API ParsedQuery parse_plain(std::string_view text);

// What a blank between words means.
enum class Blank {
  best,  // one of the words is enough, those with all of them rank first; phrases must hold
  any,   // one of the words or phrases is enough
  all,   // every word must stand
};

// `query` with its blanks read so, in parentheses, too.
GISA_API Query with_blanks(Query query, Blank blank);

// `query` for articles issued from the first day that `since` names to the last one that `until`
// does; each is written as after `date:`, or empty. Throws Error (usage) if it names no day.
GISA_API Query within_dates(Query query, std::string_view since, std::string_view until,
                            std::string_view today = {});

// `query` for articles that the facet `facet` counts under one of `values`: those of a whole
// newspaper, month, ... Throws Error (usage) if there is no such facet.
GISA_API Query only_values(Query query, std::string_view facet, std::vector<std::string> values);

// One line, an S-expression: (best 알리바바 (phrase 무료 상담) (exclude 주가))
GISA_API std::string to_string(const Query& query);

}  // namespace gisa
