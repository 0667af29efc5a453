#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// All passages of the article `id` in their order; those that answer `query` have its highlights.
// `synonyms` as in SearchOptions, `notes` as in Searcher::article(). Throws gisa::Error.
std::vector<Hit> marked_article(const Searcher& searcher, const std::string& id,
                                std::string_view query, const std::string& synonyms,
                                std::vector<Note>& notes);

}  // namespace gisa
