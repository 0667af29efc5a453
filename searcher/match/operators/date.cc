#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/operators/filter_operator.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  return compiler.narrow_filter(query, condition, [&] {
    return date_candidates(compiler.database(), query.text.at(0), query.text.at(1));
  });
}

bool passes(const Condition& condition, const StoredPassage& passage) {
  return issued_within(passage.article.date, condition.text.at(0), condition.text.at(1));
}

}  // namespace

const Operator kDate = filter_operator<passes>(Op::date, narrow);

}  // namespace gisa
