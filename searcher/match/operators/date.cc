#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  return compiler.narrow_filter(query, condition, [&] {
    return date_candidates(compiler.database(), query.text.at(0), query.text.at(1));
  });
}

bool holds(const Condition& condition, const Reading& reading) {
  return issued_within(reading.passage.stored.article.date, condition.text.at(0),
                       condition.text.at(1));
}

}  // namespace

const Operator kDate = {Op::date, narrow, holds, When::never, When::always};

}  // namespace gisa
