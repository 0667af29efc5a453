#pragma once

#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// The sentences of `text` (valid UTF-8), in order, without the blanks between them: each ends with
// its full stop and the quotes and brackets behind it, or with its line.
std::vector<Span> sentences(std::string_view text);

}  // namespace gisa
