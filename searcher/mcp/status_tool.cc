#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostNewspapers = 1000;

ordered_json status_schema() {
  return object_with({{"articles", type("integer")},
                      {"first_date", type("string")},
                      {"last_date", type("string")},
                      {"newspapers", list_of(type("string"))},
                      {"left_out", type("integer")}});
}

SearchResult answer_to_everything(const ToolContext& context, const SearchOptions& options) {
  Request everything;
  everything.text = "*";
  everything.search = options;
  everything.search.time_limit = kTimeLimit;
  everything.search.is_cancelled = context.is_cancelled;
  return answer(context.searcher, everything).result;
}

SearchResult first_by(const ToolContext& context, Sort sort) {
  return answer_to_everything(context, {.limit = 1, .sort = sort});
}

// By their dates alone, so that none need be read.
std::size_t articles_of(const ToolContext& context) {
  return answer_to_everything(context, {.limit = 0, .facets = {"year"}}).total;
}

std::string date_of_first(const SearchResult& result) {
  return result.hits.empty() ? std::string() : result.hits.front().article.date;
}

ToolAnswer status(const ToolContext& context, const Arguments& arguments) {
  const std::size_t articles = articles_of(context);
  const std::string first = date_of_first(first_by(context, Sort::oldest));
  const std::string last = date_of_first(first_by(context, Sort::newest));
  std::string text =
      fmt::format("{}, {} to {}; newspapers: ", articles_in_words(articles), first, last);
  Budget budget(arguments.number("max_chars"));
  ordered_json newspapers = ordered_json::array();
  for (const std::string& name : context.searcher.names("press", "", kMostNewspapers)) {
    if (!budget.admits(name)) continue;
    text += newspapers.empty() ? name : ", " + name;
    newspapers.push_back(name);
  }
  if (budget.left_out() > 0) {
    text += fmt::format("; {} more were left out to keep within max_chars", budget.left_out());
  }
  return {{{"articles", articles},
           {"first_date", first},
           {"last_date", last},
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
