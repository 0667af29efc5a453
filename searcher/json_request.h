#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "gisa/searcher.h"

namespace gisa {

// Requests longer than this, in bytes, are refused.
constexpr std::size_t kLongestRequest = std::size_t{1} << 20;

// Answers one request, a JSON object `{"id", "query", "options"}` (docs/json.md), by a JSON object
// on one line, without the newline; what is wrong with the request, or the database, is told in it.
// `synonyms` as in SearchOptions. Looks for a newer state of the database first.
std::string respond(Searcher& searcher, std::string_view request, const std::string& synonyms = {});

// The answer to `query` on one line, without the newline; `options` is such a request's, a JSON
// object, or empty. Throws gisa::Error.
std::string answer_in_json(Searcher& searcher, std::string_view query, std::string_view options,
                           const std::string& synonyms = {});

// `{"code", "message", "hint"}`
std::string in_json(const Error& error);

// Answers each line of `in` by a line on `out`, at once, until `in` ends or `out` fails.
void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms);

}  // namespace gisa
