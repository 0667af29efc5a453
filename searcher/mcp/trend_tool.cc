#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json trend_schema() {
  const ordered_json series = object_with(
      {{"query", type("string")},
       {"total", type("integer")},
       {"unknown", type("integer")},
       {"points",
        list_of(object_with(
            {{"date", type("string")}, {"articles", type("integer")}, {"share", type("number")}}))},
       {"notes", list_of(type("string"))}});
  return object_with(
      {{"interval", type("string")}, {"series", list_of(series)}, {"left_out", type("integer")}});
}

ToolAnswer trend(const ToolContext& context, const Arguments& arguments) {
  const std::string interval = arguments.text("interval");
  const std::vector<std::string> queries = arguments.texts("queries");
  Budget budget(arguments.number("max_chars"));
  Request request = request_of(context, arguments, queries.front());
  request.search.limit = 0;
  request.trend = interval;
  request.versus.assign(queries.begin() + 1, queries.end());
  const Answer answer = gisa::answer(context.searcher, request);

  ordered_json series = ordered_json::array();
  std::string text;
  for (const TrendSeries& of : answer.trend->series) {
    text += fmt::format("{} for {}\n{}", articles_in_words(of.total), of.query,
                        notes_in_text(of.notes));
    ordered_json points = ordered_json::array();
    for (std::size_t i = 0; i < of.articles.size(); ++i) {
      const std::string& time = answer.trend->times[i];
      const double share = answer.trend->share(of, i);
      const std::string line = fmt::format("{}\t{}\t{:.2f} %\n", time, of.articles[i], 100 * share);
      if (!budget.admits(line)) continue;
      text += line;
      points.push_back({{"date", time}, {"articles", of.articles[i]}, {"share", share}});
    }
    if (of.unknown > 0) text += fmt::format("without a date\t{}\n", of.unknown);
    series.push_back({{"query", of.query},
                      {"total", of.total},
                      {"unknown", of.unknown},
                      {"points", std::move(points)},
                      {"notes", notes_in_json(of.notes)}});
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
      "How many articles answer each of some queries in each year, month, week or day, exactly, and "
      "which share of all articles that is; times without any are there with 0.",
      {{"queries", ArgumentKind::texts, "up to five queries to compare", true, 1, 5},
       {"interval",
        ArgumentKind::choice,
        "of the points",
        false,
        0,
        0,
        0,
        {"month", "year", "week", "day"}},
       since_argument(),
       until_argument(),
       max_chars_argument()},
      trend_schema,
      trend};
}

}  // namespace gisa::mcp
