#pragma once

#include <vector>

#include "searcher/compile.h"
#include "searcher/folded_text.h"

namespace gisa {

// What of a text answers the query: its words without their particles, its phrases; ascending, not
// touching. Where a word does not occur but most of it does, the longest pieces of it, never a lone
// syllable.
std::vector<Span> highlights(const CompiledQuery& query, const FoldedText& text);

}  // namespace gisa
