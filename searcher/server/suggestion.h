#pragma once

#include <string>
#include <string_view>

#include "gisa/searcher.h"

namespace gisa {

// What `beginning`, the word under way, may become: words, newspapers and reporters of the index,
// the most frequent first, a few of each, as JSON. Throws gisa::Error.
std::string suggestions_in_json(const Searcher& searcher, std::string_view beginning);

}  // namespace gisa
