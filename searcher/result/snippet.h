#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/result/highlight.h"
#include "searcher/text/passage_text.h"

namespace gisa {

// The stretch of a passage's text that shows best how it answers: whole sentences, the first with
// the rarest words of the query, and what follows as far as it fits into some lines. With
// `around` it is the rarest sentence and as many before and behind it. `marks`
// are those of the passage's body.
Span snippet(const PassageText& passage, const std::vector<Marks>& marks,
             std::optional<std::size_t> around);

}  // namespace gisa
