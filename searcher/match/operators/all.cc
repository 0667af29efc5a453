#include <algorithm>

#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/plain_words.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  return compiler.compile_parts(query, scope, condition);
}

bool holds(const Condition& condition, const Reading& reading) {
  return std::all_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return part_holds(part, reading); });
}

bool all_surely_hold(const Condition& condition, const StoredPassage& passage, PlainWords& words) {
  return std::all_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return surely_holds(part, passage, words); });
}

}  // namespace

const Operator kAll = {Op::all, narrow,         holds, When::never, When::if_all_parts,
                       nullptr, all_surely_hold};

}  // namespace gisa
