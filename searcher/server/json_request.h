#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "gisa/searcher.h"
#include "searcher/request/request.h"

namespace gisa {

// Answers one request of at most 2^20 bytes, a JSON object `{"id", "query", "options"}`
// (docs/json.md), by a JSON object on one line, without the newline; what is wrong with the
// request, or the database, is said in it. `synonyms` as in SearchOptions. Looks for a newer state
// of the database first.
std::string respond(Searcher& searcher, std::string_view request, const std::string& synonyms = {});

// The request of such an object; its "id" is the client's own. Throws Error (usage).
Request request_in(std::string_view text);

// An article that is asked for, with the passages that answer `query` marked.
struct ArticleRequest {
  std::string id;
  std::string query = {};
};

// That of the JSON object `{"id", "query"}`. Throws Error (usage).
ArticleRequest article_request_in(std::string_view text);

// What answer_in_json() of gisa/json.h says of a request that was read. Throws gisa::Error.
std::string answer_in_json(Searcher& searcher, Request request, const std::string& synonyms);

// Answers each line of `in` by a line on `out`, at once, until `in` ends or `out` fails.
void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms);

}  // namespace gisa
