#include "searcher/request/request.h"

#include <utility>

#include "common/text/encoding.h"
#include "searcher/query/notes.h"

namespace gisa {

namespace {

// The characteristic words of an article stand before what was typed.
Query with_likeness(Query typed, const Searcher& searcher, const std::string& article_id,
                    std::vector<Note>& notes) {
  if (article_id.empty()) return typed;
  Query query = searcher.like(article_id, &notes);
  if (typed.op == Op::best) {
    query.parts.insert(query.parts.end(), typed.parts.begin(), typed.parts.end());
  } else {
    query.parts.push_back(std::move(typed));
  }
  return query;
}

}  // namespace

Answer answer(const Searcher& searcher, const Request& request) {
  const std::string text = decode_typed(request.text);
  ParsedQuery parsed = request.plain ? parse_plain(text) : parse_query(text);
  const Query query =
      within_dates(with_likeness(with_blanks(std::move(parsed.query), request.blank), searcher,
                                 request.like, parsed.notes),
                   request.since, request.until);
  Answer answer{{}, text, searcher.search(query, request.search)};
  add_notes(parsed.notes, request.notes);
  add_notes(parsed.notes, answer.result.notes);
  answer.result.notes = std::move(parsed.notes);
  return answer;
}

}  // namespace gisa
