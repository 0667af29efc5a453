#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

// Absence is seen in the text alone: any passage may do.
Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  scope.excluded = true;
  Condition& part = condition.parts.emplace_back();
  if (!compiler.compile(query.parts.at(0), scope, part)) return std::nullopt;
  return IndexQuery::everything();
}

bool holds(const Condition& condition, const Reading& reading) {
  return !part_holds(condition.parts.at(0), reading);
}

}  // namespace

const Operator kExclude = {Op::exclude, narrow, holds, When::never, When::always};

}  // namespace gisa
