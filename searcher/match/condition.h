#pragma once

#include "searcher/match/compiled_query.h"
#include "searcher/text/passage_text.h"

namespace gisa {

// Whether a candidate is a hit: the text decides. Half of a word may do only `in_pieces`.
bool holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage,
           bool in_pieces = false);

// A passage as a condition reads it.
struct Reading {
  const CompiledQuery& query;
  const PassageText& passage;
  bool in_pieces = false;
};

// The same of one part.
bool part_holds(const Condition& condition, const Reading& reading);

// Whether `test` is true of a text that the condition looks at: the title, or any.
template <typename Test>
bool in_any_text(const Condition& condition, const PassageText& passage, Test test) {
  if (test(passage.title)) return true;
  return !condition.in_title && (test(passage.heading) || test(passage.body));
}

// True if half of a word may do for a part of it.
bool may_hold_in_pieces(const Condition& condition);

// True of a condition that asks for no text: an exclude, a filter, a date, or made of such.
bool only_filters(const Condition& condition);

// True of one that a passage may lack where another part of a row holds: a word, or made of such.
bool only_ranks(const Condition& condition);

// One line, an S-expression of stems and what must hold of them; a part that only ranks is led by a
// question mark: (best ?알리바바 (phrase 무료상담) (press 한빛경제))
std::string to_string(const Condition& condition, const CompiledQuery& query);

}  // namespace gisa
