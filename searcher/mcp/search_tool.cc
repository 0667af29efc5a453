#include <fmt/format.h>

#include <utility>

#include "searcher/mcp/article_text.h"
#include "searcher/mcp/tool.h"
#include "searcher/mcp/tool_parts.h"
#include "searcher/result/budget.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

ordered_json hit_in_json(const Hit& hit) {
  const Article& article = hit.article;
  return {{"rank", hit.rank},
          {"id", article.id},
          {"uri", uri_of(article.id)},
          {"title", article.title},
          {"press", article.press},
          {"date", article.date},
          {"by", article.byline},
          {"section", article.section},
          {"url", article.url},
          {"source", hit.source},
          {"record", hit.record},
          {"heading", hit.heading},
          {"copies", hit.copies.size()},
          {"page", hit.page},
          {"passage_id", passage_id(hit)},
          {"place", {hit.place_chars.begin, hit.place_chars.end}},
          {"text", hit.text}};
}

// `is_cut`: there was more of its text.
std::string hit_in_text(const Hit& hit, bool is_cut) {
  std::string out = fmt::format("{}. {}\n", hit.rank, hit.article.title);
  const std::string origin = origin_of(hit.article);
  if (!origin.empty()) out += origin + "\n";
  out += fmt::format("id: {}\n", hit.article.id);
  if (hit.page > 0) out += fmt::format("page: {}\n", hit.page);
  if (!hit.copies.empty()) out += fmt::format("copies: {}\n", hit.copies.size());
  return out + hit.text + (is_cut ? "…\n\n" : "\n\n");
}

ordered_json search_schema() {
  const ordered_json hit = object_with({{"rank", type("integer")},
                                        {"id", type("string")},
                                        {"uri", type("string")},
                                        {"title", type("string")},
                                        {"press", type("string")},
                                        {"date", type("string")},
                                        {"by", type("string")},
                                        {"section", type("string")},
                                        {"url", type("string")},
                                        {"source", type("string")},
                                        {"record", type("integer")},
                                        {"heading", type("string")},
                                        {"copies", type("integer")},
                                        {"page", type("integer")},
                                        {"passage_id", type("string")},
                                        {"place", list_of(type("integer"))},
                                        {"text", type("string")}});
  return object_with({{"query", type("string")},
                      {"total", type("integer")},
                      {"total_exact", type("boolean")},
                      {"hits", list_of(hit)},
                      {"left_out", type("integer")},
                      {"next_offset", type("integer")},
                      {"notes", list_of(type("string"))}});
}

ToolAnswer search(const ToolContext& context, const Arguments& arguments) {
  Request request = request_of(context, arguments, arguments.text("query"));
  request.search.limit = arguments.number("limit");
  request.search.offset = arguments.number("offset");
  request.search.context_passages = arguments.number("context_passages");
  const std::string sort = arguments.text("sort");
  if (sort != "relevance") request.search.sort = sort == "newest" ? Sort::newest : Sort::oldest;
  Answer answer = gisa::answer(context.searcher, request);
  SearchResult& result = answer.result;

  std::string head = result.hits.empty()
                         ? fmt::format("Nothing found for {}.\n", answer.query)
                         : fmt::format("{} for {}\n", total_in_words(result), answer.query);
  head += notes_in_text(result.notes) + "\n";
  Budget budget(arguments.number("max_chars"));
  budget.take(head);
  ordered_json hits = ordered_json::array();
  std::string text;
  for (Hit& hit : result.hits) {
    // The best hit is cut rather than left out.
    const bool is_cut = hits.empty() && shorten(hit, budget.left());
    const std::string shown = hit_in_text(hit, is_cut);
    if (hits.empty()) {
      budget.take(shown);
    } else if (!budget.admits(shown)) {
      continue;
    }
    text += shown;
    hits.push_back(hit_in_json(hit));
  }
  const std::size_t next = request.search.offset + hits.size();
  if (budget.left_out() > 0) {
    text += fmt::format("{} more hits were left out to keep within max_chars; offset {} goes on.\n",
                        budget.left_out(), next);
  }
  return {{{"query", answer.query},
           {"total", result.total},
           {"total_exact", result.total_exact},
           {"hits", std::move(hits)},
           {"left_out", budget.left_out()},
           {"next_offset", next},
           {"notes", notes_in_json(result.notes)}},
          head + text};
}

}  // namespace

Tool search_tool() {
  return {
      "search",
      "Search the news",
      "Passages of Korean news that answer a query, the best first, with title, newspaper, date, "
      "address and the id of the article. Copies of one story are one hit.",
      {query_argument(),
       since_argument(),
       until_argument(),
       {"sort",
        ArgumentKind::choice,
        "the order of the hits",
        false,
        0,
        0,
        0,
        {"relevance", "newest", "oldest"}},
       {"limit", ArgumentKind::number, "hits at most", false, 1, 50, 8},
       {"offset", ArgumentKind::number, "hits to pass over first", false, 0, 10'000, 0},
       {"context_passages", ArgumentKind::number,
        "passages before and behind each hit in its article to read with it", false, 0, 5, 0},
       max_chars_argument()},
      search_schema,
      search};
}

}  // namespace gisa::mcp
