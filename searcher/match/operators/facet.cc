#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope, Condition& condition) {
  if (!compiler.has_room_for_filter()) return std::nullopt;
  condition.field = query.field;
  condition.text = query.text;
  FilterCandidates found = facet_candidates(query.field, query.text);
  condition.in_index = found.exact;
  return std::move(found.query);
}

bool holds(const Condition& condition, const Reading& reading) {
  return is_counted_under(reading.passage.stored.article, condition.field, condition.text);
}

}  // namespace

const Operator kFacet = {Op::facet, narrow, holds, When::never, When::always};

}  // namespace gisa
