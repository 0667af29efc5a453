#pragma once

#include <vector>

#include "searcher/match/compiled_query.h"
#include "searcher/text/folded_text.h"

namespace gisa {

// Where one of the words or phrases that a query asks for stands in a text.
struct Marks {
  double weight = 0;        // the word's; 1 for a phrase, whose words count besides
  std::vector<Span> spans;  // bytes of the text, ascending, not touching; at least one
};

std::vector<Marks> marks_of(const CompiledQuery& query, const FoldedText& text);

// The bytes under all the marks, ascending, not touching.
std::vector<Span> merged(const std::vector<Marks>& marks);

// What of a text answers the query: its words without their particles, its phrases; ascending, not
// touching. Where a word does not occur but most of it does, the longest pieces of it, never a lone
// syllable.
std::vector<Span> highlights(const CompiledQuery& query, const FoldedText& text);

}  // namespace gisa
