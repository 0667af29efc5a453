#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler&, const Query&, Scope, Condition& condition) {
  condition.in_index = true;
  return IndexQuery::everything();
}

bool holds(const Condition&, const Reading&) { return true; }

}  // namespace

const Operator kEverything = {Op::everything, narrow, holds};

}  // namespace gisa
