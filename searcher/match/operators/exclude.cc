#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

// Where the index does not decide alone, absence is seen in the text: any passage may do.
Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  scope.excluded = true;
  Condition& part = condition.parts.emplace_back();
  const Narrowed unwanted = compiler.compile(query.parts.at(0), scope, part);
  if (!unwanted) return std::nullopt;
  condition.in_index = part.in_index;
  if (!part.in_index) return IndexQuery::everything();
  return IndexQuery::except(IndexQuery::everything(), *unwanted);
}

bool holds(const Condition& condition, const Reading& reading) {
  return !part_holds(condition.parts.at(0), reading);
}

}  // namespace

const Operator kExclude = {Op::exclude, narrow, holds, When::never, When::always};

}  // namespace gisa
