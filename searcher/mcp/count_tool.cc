#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json count_schema() {
  return object_with({{"query", type("string")},
                      {"total", type("integer")},
                      {"by", type("string")},
                      {"values", list_of(value_schema("value"))},
                      {"unknown", type("integer")},
                      {"left_out", type("integer")},
                      {"notes", list_of(type("string"))}});
}

ToolAnswer count(const ToolContext& context, const Arguments& arguments) {
  Request request = request_of(context, arguments, arguments.text("query"));
  const std::string by = arguments.text("by");
  request.search.limit = 0;
  request.search.exact_total = true;
  if (by != "nothing") request.search.facets = {by};
  const Answer answer = gisa::answer(context.searcher, request);
  const SearchResult& result = answer.result;

  Budget budget(arguments.number("max_chars"));
  std::string text = fmt::format("{} for {}\n{}", total_in_words(result), answer.query,
                                 notes_in_text(result.notes));
  ordered_json values = ordered_json::array();
  const Facet facet = result.facets.empty() ? Facet() : result.facets.front();
  for (const FacetValue& value : facet.values) {
    const std::string line = fmt::format("{}\t{}\n", value.value, value.articles);
    if (!budget.admits(line)) continue;
    text += line;
    values.push_back({{"value", value.value}, {"articles", value.articles}});
  }
  if (facet.unknown > 0) text += fmt::format("unknown\t{}\n", facet.unknown);
  if (budget.left_out() > 0) {
    text +=
        fmt::format("{} more values were left out to keep within max_chars.\n", budget.left_out());
  }
  return {{{"query", answer.query},
           {"total", result.total},
           {"by", by},
           {"values", std::move(values)},
           {"unknown", facet.unknown},
           {"left_out", budget.left_out()},
           {"notes", notes_in_json(result.notes)}},
          text};
}

}  // namespace

Tool count_tool() {
  return {"count",
          "Count articles",
          "How many articles answer a query, exactly, and how they are spread over newspapers, "
          "reporters, years, months or days.",
          {query_argument(),
           {"by",
            ArgumentKind::choice,
            "what to spread them over",
            false,
            0,
            0,
            0,
            {"nothing", "press", "by", "section", "year", "month", "day"}},
           since_argument(),
           until_argument(),
           max_chars_argument()},
          count_schema,
          count};
}

}  // namespace gisa::mcp
