#include "searcher/match/condition.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/match/operator.h"
#include "searcher/query/operator_syntax.h"

namespace gisa {

namespace {

void print(const Condition& condition, const CompiledQuery& query, std::string& out) {
  if (condition.optional) out += '?';
  if (condition.op == Op::word || condition.op == Op::prefix) {
    const SearchWord& word = query.words.at(condition.word);
    if (condition.in_pieces) out += '~';
    out.append(utf8(word.stem)).append(word.prefix ? "*" : "");
    return;
  }
  std::vector<std::string> text = condition.text;
  if (condition.op == Op::phrase) text.push_back(utf8(condition.phrase));
  print_list(out, head_of(condition.op, condition.field, condition.distance), text, condition.parts,
             [&](const Condition& part) { print(part, query, out); });
}

}  // namespace

bool part_holds(const Condition& condition, const Reading& reading) {
  return operator_of(condition.op).holds(condition, reading);
}

bool holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage,
           bool in_pieces) {
  return part_holds(condition, {query, passage, in_pieces});
}

bool may_hold_in_pieces(const Condition& condition) {
  return condition.in_pieces ||
         std::any_of(condition.parts.begin(), condition.parts.end(), may_hold_in_pieces);
}

bool only_filters(const Condition& condition) {
  return is_true(operator_of, &Operator::only_filters, condition);
}

bool only_ranks(const Condition& condition) {
  return is_true(operator_of, &Operator::only_ranks, condition);
}

std::string to_string(const Condition& condition, const CompiledQuery& query) {
  std::string out;
  print(condition, query, out);
  return out;
}

}  // namespace gisa
