#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json related_schema() {
  return object_with({{"query", type("string")},
                      {"articles", type("integer")},
                      {"all", type("boolean")},
                      {"words", list_of(object_with({{"word", type("string")},
                                                     {"articles", type("integer")},
                                                     {"score", type("number")}}))},
                      {"left_out", type("integer")},
                      {"notes", list_of(type("string"))}});
}

ToolAnswer related(const ToolContext& context, const Arguments& arguments) {
  Request request = request_of(context, arguments, arguments.text("query"));
  request.search.limit = 0;
  request.search.related = arguments.number("limit");
  const Answer answer = gisa::answer(context.searcher, request);
  const RelatedWords& found = answer.result.related;

  Budget budget(arguments.number("max_chars"));
  std::string text =
      fmt::format("{} looked at for {}{}\n{}", articles_in_words(found.articles), answer.query,
                  found.all ? "" : ", the best of them", notes_in_text(answer.result.notes));
  ordered_json words = ordered_json::array();
  for (const RelatedWord& word : found.words) {
    const std::string line = fmt::format("{}\t{}\n", word.word, word.articles);
    if (!budget.admits(line)) continue;
    text += line;
    words.push_back({{"word", word.word}, {"articles", word.articles}, {"score", word.score}});
  }
  if (budget.left_out() > 0) {
    text +=
        fmt::format("{} more words were left out to keep within max_chars.\n", budget.left_out());
  }
  return {{{"query", answer.query},
           {"articles", found.articles},
           {"all", found.all},
           {"words", std::move(words)},
           {"left_out", budget.left_out()},
           {"notes", notes_in_json(answer.result.notes)}},
          text};
}

}  // namespace

Tool related_tool() {
  return {"related",
          "Find related words",
          "Words and names that stand in the articles that answer a query more often than in the "
          "archive, the most typical first, each with the number of articles that have it.",
          {query_argument(),
           {"limit", ArgumentKind::number, "words, at most", false, 1, 100, 20},
           since_argument(),
           until_argument(),
           max_chars_argument()},
          related_schema,
          related};
}

}  // namespace gisa::mcp
