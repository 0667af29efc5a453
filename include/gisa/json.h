#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "gisa/error.h"
#include "gisa/export.h"
#include "gisa/searcher.h"

namespace gisa {

// The answer to `query`, from the newest state of the database, as --format json prints it: one
// line, without the newline (docs/json.md). `options` is a JSON object such as {"limit": 5}: the
// options of gisa-search that say what to find; or empty. `synonyms` and `is_cancelled` as in
// SearchOptions. Throws gisa::Error.
GISA_API std::string answer_in_json(Searcher& searcher, std::string_view query,
                                    std::string_view options = {}, const std::string& synonyms = {},
                                    std::function<bool()> is_cancelled = {});

// All passages of an article in their order, in the form of an answer, with the article's `text`;
// those that answer `query` have its highlights and snippet. Throws gisa::Error, (input) if there
// is no such article.
GISA_API std::string article_in_json(Searcher& searcher, const std::string& id,
                                     std::string_view query = {}, const std::string& synonyms = {});

// {"code": ..., "message": ..., "hint": ...}
GISA_API std::string in_json(const Error& error);

}  // namespace gisa
