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

bool passes(const Condition& condition, const StoredPassage& passage) {
  return is_counted_under(passage.article, condition.field, condition.text);
}

bool holds(const Condition& condition, const Reading& reading) {
  return passes(condition, reading.passage.stored);
}

bool surely_holds(const Condition& condition, const StoredPassage& passage, PlainWords&) {
  return passes(condition, passage);
}

}  // namespace

const Operator kFacet = {Op::facet,    narrow,  holds,       When::never,
                         When::always, nullptr, surely_holds};

}  // namespace gisa
