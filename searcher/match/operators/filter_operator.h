#pragma once

#include "searcher/match/operator.h"

namespace gisa {

// That of a filter, for which a passage `passes` by what is stored of it, its words aside.
template <bool (*passes)(const Condition& condition, const StoredPassage& passage)>
constexpr Operator filter_operator(Op op, decltype(Operator::narrow) narrow) {
  return {.op = op,
          .narrow = narrow,
          .holds = [](const Condition& condition,
                      const Reading& reading) { return passes(condition, reading.passage.stored); },
          .only_filters = When::always,
          .surely_holds = [](const Condition& condition, const StoredPassage& passage,
                             PlainWords&) { return passes(condition, passage); }};
}

}  // namespace gisa
