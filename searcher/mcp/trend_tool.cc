#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/budget.h"
#include "searcher/mcp/timeline.h"
#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json trend_schema() {
  const ordered_json series = object_with({{"query", type("string")},
                                           {"total", type("integer")},
                                           {"unknown", type("integer")},
                                           {"points", list_of(value_schema("date"))},
                                           {"notes", list_of(type("string"))}});
  return object_with(
      {{"interval", type("string")}, {"series", list_of(series)}, {"left_out", type("integer")}});
}

ToolAnswer trend(const ToolContext& context, const Arguments& arguments) {
  const std::string interval = arguments.text("interval");
  Budget budget(arguments.number("max_chars"));
  ordered_json series = ordered_json::array();
  std::string text;
  for (const std::string& query : arguments.texts("queries")) {
    Request request = request_of(context, arguments, query);
    request.search.limit = 0;
    request.search.facets = {interval};
    const Answer answer = gisa::answer(context.searcher, request);
    const Facet& facet = answer.result.facets.front();
    text += fmt::format("{} for {}\n{}", total_in_words(answer.result), answer.query,
                        notes_in_text(answer.result.notes));
    ordered_json points = ordered_json::array();
    for (const FacetValue& point : with_empty_times(facet.values)) {
      const std::string line = fmt::format("{}\t{}\n", point.value, point.articles);
      if (!budget.admits(line)) continue;
      text += line;
      points.push_back({{"date", point.value}, {"articles", point.articles}});
    }
    if (facet.unknown > 0) text += fmt::format("without a date\t{}\n", facet.unknown);
    series.push_back({{"query", answer.query},
                      {"total", answer.result.total},
                      {"unknown", facet.unknown},
                      {"points", std::move(points)},
                      {"notes", notes_in_json(answer.result.notes)}});
  }
  if (budget.left_out() > 0) {
    text += fmt::format(
        "{} more points were left out to keep within max_chars; a longer interval or since and "
        "until ask for fewer.\n",
        budget.left_out());
  }
  return {{{"interval", interval}, {"series", std::move(series)}, {"left_out", budget.left_out()}},
          text};
}

}  // namespace

Tool trend_tool() {
  return {
      "trend",
      "Compare over time",
      "How many articles answer each of some queries in each year, month or day, exactly; times "
      "without any are there with 0.",
      {{"queries", ArgumentKind::texts, "up to five queries to compare", true, 1, 5},
       {"interval",
        ArgumentKind::choice,
        "of the points",
        false,
        0,
        0,
        0,
        {"month", "year", "day"}},
       since_argument(),
       until_argument(),
       max_chars_argument()},
      trend_schema,
      trend};
}

}  // namespace gisa::mcp
