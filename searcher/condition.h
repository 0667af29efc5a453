#pragma once

#include "searcher/compile.h"
#include "searcher/passage_text.h"

namespace gisa {

// Whether a candidate is a hit: the text decides.
bool holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage);

}  // namespace gisa
