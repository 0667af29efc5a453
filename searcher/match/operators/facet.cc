#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  return compiler.narrow_filter(query, condition,
                                [&] { return facet_candidates(query.field, query.text); });
}

bool holds(const Condition& condition, const Reading& reading) {
  return is_counted_under(reading.passage.stored.article, condition.field, condition.text);
}

}  // namespace

const Operator kFacet = {Op::facet, narrow, holds, When::never, When::always};

}  // namespace gisa
