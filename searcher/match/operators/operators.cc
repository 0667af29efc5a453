#include "searcher/match/operators/operators.h"

#include <algorithm>

namespace gisa {

namespace {

constexpr const Operator* kOperators[] = {
    &kWord,    &kPrefix, &kPhrase, &kBest,  &kAny,  &kAll,        &kNear,
    &kExclude, &kTitle,  &kFilter, &kFacet, &kDate, &kEverything,
};

}  // namespace

const Operator& operator_of(Op op) {
  return **std::find_if(std::begin(kOperators), std::end(kOperators),
                        [&](const Operator* known) { return known->op == op; });
}

}  // namespace gisa
