#pragma once

#include "searcher/match/compiled_query.h"
#include "searcher/text/folded_text.h"

namespace gisa {

// Whether all parts of `condition`, words, phrases and choices of them, stand together in `text`,
// in whatever order, with at most condition.distance other words among them. The end of a sentence
// counts as a word.
bool stand_near(const Condition& condition, const CompiledQuery& query, const FoldedText& text);

}  // namespace gisa
