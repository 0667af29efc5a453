#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/operators/filter_operator.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  return compiler.narrow_filter(query, condition,
                                [&] { return facet_candidates(query.field, query.text); });
}

bool passes(const Condition& condition, const StoredPassage& passage) {
  return is_counted_under(passage.article, condition.field, condition.text);
}

}  // namespace

const Operator kFacet = filter_operator<passes>(Op::facet, narrow);

}  // namespace gisa
