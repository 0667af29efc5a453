#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/glance.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/plain_words.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  return compiler.compile_parts(query, scope, condition);
}

// Whether a row holds, by what `test` says of its parts.
template <typename Test>
bool row_holds(const Condition& row, Test test) {
  bool any_required = false;
  bool any_optional = false;
  bool optional_held = false;
  for (const Condition& part : row.parts) {
    if (part.optional) {
      any_optional = true;
      optional_held = optional_held || test(part);
    } else {
      if (!test(part)) return false;
      any_required = any_required || !only_filters(part);
    }
  }
  return any_required || !any_optional || optional_held;
}

bool holds(const Condition& condition, const Reading& reading) {
  return row_holds(condition, [&](const Condition& part) { return part_holds(part, reading); });
}

bool row_may_hold(const Condition& row, const CompiledQuery& query, const Glance& glance) {
  return row_holds(row, [&](const Condition& part) { return may_hold(part, query, glance); });
}

bool row_surely_holds(const Condition& row, const StoredPassage& passage, PlainWords& words) {
  return row_holds(row, [&](const Condition& part) { return surely_holds(part, passage, words); });
}

}  // namespace

const Operator kBest = {Op::best,           narrow,       holds,           When::if_all_parts,
                        When::if_all_parts, row_may_hold, row_surely_holds};

}  // namespace gisa
