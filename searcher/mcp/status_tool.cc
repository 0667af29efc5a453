#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/request/archive.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json status_schema() {
  return object_with({{"articles", type("integer")},
                      {"first_date", type("string")},
                      {"last_date", type("string")},
                      {"newspapers", list_of(type("string"))},
                      {"left_out", type("integer")}});
}

ToolAnswer status(const ToolContext& context, const Arguments& arguments) {
  SearchOptions bounds;
  bounds.time_limit = kTimeLimit;
  bounds.is_cancelled = context.is_cancelled;
  const Archive archive = archive_of(context.searcher, bounds);
  std::string text = fmt::format("{}, {} to {}; newspapers: ", articles_in_words(archive.articles),
                                 archive.first_date, archive.last_date);
  Budget budget(arguments.number("max_chars"));
  ordered_json newspapers = ordered_json::array();
  for (const std::string& name : archive.newspapers) {
    if (!budget.admits(name)) continue;
    text += newspapers.empty() ? name : ", " + name;
    newspapers.push_back(name);
  }
  if (budget.left_out() > 0) {
    text += fmt::format("; {} more were left out to keep within max_chars", budget.left_out());
  }
  return {{{"articles", archive.articles},
           {"first_date", archive.first_date},
           {"last_date", archive.last_date},
           {"newspapers", std::move(newspapers)},
           {"left_out", budget.left_out()}},
          text + "\n"};
}

}  // namespace

Tool status_tool() {
  return {"status",
          "What is in the archive",
          "How many articles there are, from when to when, and the names of the newspapers.",
          {max_chars_argument()},
          status_schema,
          status};
}

}  // namespace gisa::mcp
