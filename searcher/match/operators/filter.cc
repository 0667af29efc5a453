#include "searcher/match/filter.h"

#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/filter_operator.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  return compiler.narrow_filter(query, condition, [&] {
    return filter_candidates(compiler.database(), query.field, query.text.at(0));
  });
}

bool passes(const Condition& condition, const StoredPassage& passage) {
  return passes_filter(passage, condition.field, condition.text.at(0));
}

}  // namespace

const Operator kFilter = filter_operator<passes>(Op::filter, narrow);

}  // namespace gisa
