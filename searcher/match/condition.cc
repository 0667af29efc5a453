#include "searcher/match/condition.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/match/filter.h"
#include "searcher/match/near.h"
#include "searcher/match/occurrence.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

namespace {

// Whether `test` is true of a text that the condition looks at.
template <typename Test>
bool in_any_text(const Condition& condition, const PassageText& passage, Test test) {
  if (test(passage.title)) return true;
  return !condition.in_title && (test(passage.heading) || test(passage.body));
}

bool best_holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage,
                bool in_pieces) {
  bool any_required = false;
  bool any_optional = false;
  bool optional_held = false;
  for (const Condition& part : condition.parts) {
    if (part.optional) {
      any_optional = true;
      optional_held = optional_held || holds(part, query, passage, in_pieces);
    } else {
      if (!holds(part, query, passage, in_pieces)) return false;
      any_required = any_required || !only_narrows(part);
    }
  }
  return any_required || !any_optional || optional_held;
}

std::string head_of(const Condition& condition) {
  switch (condition.op) {
    case Op::everything: return "everything";
    case Op::word:
    case Op::prefix: break;
    case Op::phrase: return "phrase";
    case Op::best: return "best";
    case Op::any: return "any";
    case Op::all: return "all";
    case Op::near: return fmt::format("near {}", condition.distance);
    case Op::field: return "title";
    case Op::exclude: return "exclude";
    case Op::filter: return condition.field;
    case Op::date: return "date";
  }
  return {};
}

void print(const Condition& condition, const CompiledQuery& query, std::string& out) {
  if (condition.optional) out += '?';
  if (condition.op == Op::word || condition.op == Op::prefix) {
    const SearchWord& word = query.words.at(condition.word);
    if (condition.in_pieces) out += '~';
    out.append(utf8(word.stem)).append(word.prefix ? "*" : "");
    return;
  }
  out.append("(").append(head_of(condition));
  if (condition.op == Op::phrase) out.append(" ").append(utf8(condition.phrase));
  for (const std::string& text : condition.text) out.append(" ").append(text.empty() ? "*" : text);
  for (const Condition& part : condition.parts) {
    out += ' ';
    print(part, query, out);
  }
  out += ')';
}

}  // namespace

bool holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage,
           bool in_pieces) {
  const auto part_holds = [&](const Condition& part) {
    return holds(part, query, passage, in_pieces);
  };
  switch (condition.op) {
    case Op::everything: return true;
    case Op::word:
    case Op::prefix: {
      const SearchWord& word = query.words[condition.word];
      return in_any_text(condition, passage, [&](const FoldedText& text) {
        return in_pieces && condition.in_pieces ? occurs_in_pieces(text, word) : occurs(text, word);
      });
    }
    case Op::phrase:
      return in_any_text(condition, passage, [&](const FoldedText& text) {
        return has_phrase(text, condition.phrase);
      });
    case Op::any: return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Op::best: return best_holds(condition, query, passage, in_pieces);
    case Op::all: return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Op::near:
      return in_any_text(condition, passage, [&](const FoldedText& text) {
        return stand_near(condition, query, text);
      });
    case Op::filter: return passes_filter(passage.stored, condition.field, condition.text.at(0));
    case Op::date:
      return issued_within(passage.stored.article.date, condition.text.at(0), condition.text.at(1));
    case Op::field: return part_holds(condition.parts.at(0));
    case Op::exclude: return !part_holds(condition.parts.at(0));
  }
  return false;
}

bool may_hold_in_pieces(const Condition& condition) {
  return condition.in_pieces ||
         std::any_of(condition.parts.begin(), condition.parts.end(), may_hold_in_pieces);
}

bool only_narrows(const Condition& condition) {
  switch (condition.op) {
    case Op::exclude:
    case Op::filter:
    case Op::date: return true;
    case Op::any:
    case Op::all:
    case Op::best: return std::all_of(condition.parts.begin(), condition.parts.end(), only_narrows);
    case Op::field: return only_narrows(condition.parts.at(0));
    case Op::everything:
    case Op::word:
    case Op::prefix:
    case Op::phrase:
    case Op::near: return false;
  }
  return false;
}

std::string to_string(const Condition& condition, const CompiledQuery& query) {
  std::string out;
  print(condition, query, out);
  return out;
}

}  // namespace gisa
