#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/plain_words.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  condition.field = query.field;
  scope.in_title = true;
  return compiler.compile(query.parts.at(0), scope, condition.parts.emplace_back());
}

bool holds(const Condition& condition, const Reading& reading) {
  return part_holds(condition.parts.at(0), reading);
}

bool part_surely_holds(const Condition& condition, const StoredPassage& passage,
                       PlainWords& words) {
  return surely_holds(condition.parts.at(0), passage, words);
}

}  // namespace

const Operator kTitle = {Op::title, narrow,           holds, When::never, When::if_all_parts,
                         nullptr,   part_surely_holds};

}  // namespace gisa
