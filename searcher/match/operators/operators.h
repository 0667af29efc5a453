#pragma once

#include "searcher/match/operator.h"

// One file an operator.
namespace gisa {

extern const Operator kAll;
extern const Operator kAny;
extern const Operator kBest;
extern const Operator kDate;
extern const Operator kEverything;
extern const Operator kExclude;
extern const Operator kFacet;
extern const Operator kFilter;
extern const Operator kNear;
extern const Operator kPhrase;
extern const Operator kPrefix;
extern const Operator kTitle;
extern const Operator kWord;

}  // namespace gisa
