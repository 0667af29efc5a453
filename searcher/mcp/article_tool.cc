#include <fmt/format.h>

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/mcp/article_text.h"
#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json article_schema() {
  return object_with({{"id", type("string")},
                      {"title", type("string")},
                      {"press", type("string")},
                      {"date", type("string")},
                      {"by", type("string")},
                      {"section", type("string")},
                      {"url", type("string")},
                      {"from", type("integer")},
                      {"chars", type("integer")},
                      {"left_out", type("integer")},
                      {"text", type("string")},
                      {"notes", list_of(type("string"))}});
}

ToolAnswer article(const ToolContext& context, const Arguments& arguments) {
  const ArticleText found = read_article(context.searcher, arguments.text("id"));
  const std::size_t chars = count_chars(found.text);
  const std::size_t from = std::min(arguments.number("from"), chars);
  const std::string text(chars_of(found.text, from, arguments.number("max_chars")));
  const std::size_t left_out = chars - from - count_chars(text);
  std::string shown = found.head + notes_in_text(found.notes) + text + "\n";
  if (left_out > 0) {
    shown += fmt::format("{} of {} characters were left out; from {} goes on.\n", left_out, chars,
                         chars - left_out);
  }
  const Article& article = found.article;
  return {{{"id", article.id},
           {"title", article.title},
           {"press", article.press},
           {"date", article.date},
           {"by", article.byline},
           {"section", article.section},
           {"url", article.url},
           {"from", from},
           {"chars", chars},
           {"left_out", left_out},
           {"text", text},
           {"notes", notes_in_json(found.notes)}},
          shown};
}

}  // namespace

Tool article_tool() {
  return {
      "article",
      "Read an article",
      "The whole text of the article with the id that a hit bears.",
      {{"id", ArgumentKind::text, "as `search` gives it", true},
       {"from", ArgumentKind::number, "characters to pass over first", false, 0, 100'000'000, 0},
       max_chars_argument()},
      article_schema,
      article};
}

}  // namespace gisa::mcp
