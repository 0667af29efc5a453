#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/operators/operators.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  return compiler.compile_parts(query, scope, condition);
}

bool holds(const Condition& condition, const Reading& reading) {
  bool any_required = false;
  bool any_optional = false;
  bool optional_held = false;
  for (const Condition& part : condition.parts) {
    if (part.optional) {
      any_optional = true;
      optional_held = optional_held || part_holds(part, reading);
    } else {
      if (!part_holds(part, reading)) return false;
      any_required = any_required || !only_filters(part);
    }
  }
  return any_required || !any_optional || optional_held;
}

}  // namespace

const Operator kBest = {Op::best, narrow, holds, When::if_all_parts, When::if_all_parts};

}  // namespace gisa
