#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "searcher/mcp/article_text.h"
#include "searcher/mcp/budget.h"
#include "searcher/mcp/timeline.h"
#include "searcher/mcp/tool.h"
#include "searcher/request/request.h"

namespace gisa::mcp {

namespace {

using nlohmann::ordered_json;

constexpr std::chrono::seconds kTimeLimit{10};
constexpr std::size_t kMostNewspapers = 1000;

const ArgumentRow kSince = {"since", ArgumentKind::text,
                            "only articles from this day, month or year on: 2020-03-01, 2020-03"};
const ArgumentRow kUntil = {"until", ArgumentKind::text, "only articles up to it, inclusive"};
const ArgumentRow kMaxChars = {"max_chars",
                               ArgumentKind::number,
                               "characters of the answer at most; it says what it left out",
                               false,
                               500,
                               100'000,
                               12'000};

ordered_json type(std::string_view name) { return {{"type", name}}; }

ordered_json list_of(ordered_json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

// An object all of whose properties are always there.
ordered_json object_with(const ordered_json& properties) {
  ordered_json required = ordered_json::array();
  for (const auto& [name, schema] : properties.items()) required.push_back(name);
  return {{"type", "object"}, {"properties", properties}, {"required", required}};
}

ordered_json notes_in_json(const std::vector<Note>& notes) {
  ordered_json out = ordered_json::array();
  for (const Note& note : notes) out.push_back(note.text);
  return out;
}

std::string notes_in_text(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes) out += fmt::format("Note: {}.\n", note.text);
  return out;
}

Request request_of(const ToolContext& context, const Arguments& arguments, std::string query) {
  Request request;
  request.text = std::move(query);
  request.since = arguments.text("since");
  request.until = arguments.text("until");
  request.search.synonyms = context.synonyms;
  request.search.time_limit = kTimeLimit;
  return request;
}

std::string total_in_words(const SearchResult& result) {
  const std::string_view noun = result.total == 1 ? "article" : "articles";
  return result.total_exact ? fmt::format("{} {}", result.total, noun)
                            : fmt::format("about {} {}", result.total, noun);
}

// search

ordered_json hit_in_json(const Hit& hit) {
  const Article& article = hit.article;
  return {{"rank", hit.rank},
          {"id", article.id},
          {"uri", uri_of(article.id)},
          {"title", article.title},
          {"press", article.press},
          {"date", article.date},
          {"by", article.byline},
          {"url", article.url},
          {"source", hit.source},
          {"heading", hit.heading},
          {"copies", hit.copies.size()},
          {"text", hit.text}};
}

std::string hit_in_text(const Hit& hit) {
  std::string out = fmt::format("{}. {}\n", hit.rank, hit.article.title);
  const std::string origin = origin_of(hit.article);
  if (!origin.empty()) out += origin + "\n";
  out += fmt::format("id: {}\n", hit.article.id);
  if (!hit.copies.empty()) out += fmt::format("copies: {}\n", hit.copies.size());
  return out + hit.text + "\n\n";
}

ordered_json search_schema() {
  const ordered_json hit = object_with({{"rank", type("integer")},
                                        {"id", type("string")},
                                        {"uri", type("string")},
                                        {"title", type("string")},
                                        {"press", type("string")},
                                        {"date", type("string")},
                                        {"by", type("string")},
                                        {"url", type("string")},
                                        {"source", type("string")},
                                        {"heading", type("string")},
                                        {"copies", type("integer")},
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
    if (hits.empty()) hit.text = budget.cut(std::move(hit.text));
    const std::string shown = hit_in_text(hit);
    if (!hits.empty() && !budget.has_room_for(shown)) break;
    budget.take(shown);
    text += shown;
    hits.push_back(hit_in_json(hit));
  }
  const std::size_t left_out = result.hits.size() - hits.size();
  const std::size_t next = request.search.offset + hits.size();
  if (left_out > 0) {
    text += fmt::format("{} more hits were left out to keep within max_chars; offset {} goes on.\n",
                        left_out, next);
  }
  return {{{"query", answer.query},
           {"total", result.total},
           {"total_exact", result.total_exact},
           {"hits", std::move(hits)},
           {"left_out", left_out},
           {"next_offset", next},
           {"notes", notes_in_json(result.notes)}},
          head + text};
}

// article

ordered_json article_schema() {
  return object_with({{"id", type("string")},
                      {"title", type("string")},
                      {"press", type("string")},
                      {"date", type("string")},
                      {"by", type("string")},
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
  const std::string text = chars_of(found.text, from, arguments.number("max_chars"));
  const std::size_t left_out = chars - from - count_chars(text);
  std::string shown = found.head + notes_in_text(found.notes) + text;
  if (left_out > 0) {
    shown += fmt::format("\n{} of {} characters were left out; from {} goes on.\n", left_out, chars,
                         chars - left_out);
  }
  const Article& article = found.article;
  return {{{"id", article.id},
           {"title", article.title},
           {"press", article.press},
           {"date", article.date},
           {"by", article.byline},
           {"url", article.url},
           {"from", from},
           {"chars", chars},
           {"left_out", left_out},
           {"text", text},
           {"notes", notes_in_json(found.notes)}},
          shown};
}

// count

ordered_json value_schema(std::string_view name) {
  return object_with({{std::string(name), type("string")}, {"articles", type("integer")}});
}

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
  std::size_t left_out = 0;
  const Facet facet = result.facets.empty() ? Facet() : result.facets.front();
  for (const FacetValue& value : facet.values) {
    const std::string line = fmt::format("{}\t{}\n", value.value, value.articles);
    if (left_out > 0 || !budget.has_room_for(line)) {
      ++left_out;
      continue;
    }
    budget.take(line);
    text += line;
    values.push_back({{"value", value.value}, {"articles", value.articles}});
  }
  if (facet.unknown > 0) text += fmt::format("unknown\t{}\n", facet.unknown);
  if (left_out > 0)
    text += fmt::format("{} more values were left out to keep within max_chars.\n", left_out);
  return {{{"query", answer.query},
           {"total", result.total},
           {"by", by},
           {"values", std::move(values)},
           {"unknown", facet.unknown},
           {"left_out", left_out},
           {"notes", notes_in_json(result.notes)}},
          text};
}

// trend

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
  std::size_t left_out = 0;
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
      if (left_out > 0 || !budget.has_room_for(line)) {
        ++left_out;
        continue;
      }
      budget.take(line);
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
  if (left_out > 0) {
    text += fmt::format(
        "{} more points were left out to keep within max_chars; a longer interval or since and "
        "until ask for fewer.\n",
        left_out);
  }
  return {{{"interval", interval}, {"series", std::move(series)}, {"left_out", left_out}}, text};
}

// status

ordered_json status_schema() {
  return object_with({{"passages", type("integer")},
                      {"first_date", type("string")},
                      {"last_date", type("string")},
                      {"newspapers", list_of(type("string"))},
                      {"left_out", type("integer")}});
}

// What search proposes first by date, and how many passages there are: an estimate of the articles
// would have to read them all.
SearchResult first_by(const ToolContext& context, Sort sort) {
  Request everything;
  everything.text = "*";
  everything.search.limit = 1;
  everything.search.sort = sort;
  everything.search.time_limit = kTimeLimit;
  return answer(context.searcher, everything).result;
}

std::string date_of_first(const SearchResult& result) {
  return result.hits.empty() ? std::string() : result.hits.front().article.date;
}

ToolAnswer status(const ToolContext& context, const Arguments& arguments) {
  const SearchResult oldest = first_by(context, Sort::oldest);
  const std::string first = date_of_first(oldest);
  const std::string last = date_of_first(first_by(context, Sort::newest));
  std::string text = fmt::format("{} passages, {} to {}; newspapers: ", oldest.total, first, last);
  Budget budget(arguments.number("max_chars"));
  ordered_json newspapers = ordered_json::array();
  std::size_t left_out = 0;
  for (const std::string& name : context.searcher.names("press", "", kMostNewspapers)) {
    if (left_out > 0 || !budget.has_room_for(name)) {
      ++left_out;
      continue;
    }
    budget.take(name);
    text += newspapers.empty() ? name : ", " + name;
    newspapers.push_back(name);
  }
  if (left_out > 0)
    text += fmt::format("; {} more were left out to keep within max_chars", left_out);
  return {{{"passages", oldest.total},
           {"first_date", first},
           {"last_date", last},
           {"newspapers", std::move(newspapers)},
           {"left_out", left_out}},
          text + "\n"};
}

std::vector<Tool> table() {
  using Kind = ArgumentKind;
  const ArgumentRow query = {"query", Kind::text, "words and operators, in Korean", true};
  return {
      {"search",
       "Search the news",
       "Passages of Korean news that answer a query, the best first, with title, newspaper, date, "
       "address and the id of the article. Copies of one story are one hit.",
       {query,
        kSince,
        kUntil,
        {"sort",
         Kind::choice,
         "the order of the hits",
         false,
         0,
         0,
         0,
         {"relevance", "newest", "oldest"}},
        {"limit", Kind::number, "hits at most", false, 1, 50, 8},
        {"offset", Kind::number, "hits to pass over first", false, 0, 10'000, 0},
        kMaxChars},
       search_schema,
       search},
      {"article",
       "Read an article",
       "The whole text of the article with the id that a hit bears.",
       {{"id", Kind::text, "as `search` gives it", true},
        {"from", Kind::number, "characters to pass over first", false, 0, 100'000'000, 0},
        kMaxChars},
       article_schema,
       article},
      {"count",
       "Count articles",
       "How many articles answer a query, exactly, and how they are spread over newspapers, "
       "reporters, years, months or days.",
       {query,
        {"by",
         Kind::choice,
         "what to spread them over",
         false,
         0,
         0,
         0,
         {"nothing", "press", "by", "year", "month", "day"}},
        kSince,
        kUntil,
        kMaxChars},
       count_schema,
       count},
      {"trend",
       "Compare over time",
       "How many articles answer each of some queries in each year, month or day, exactly; times "
       "without any are there with 0.",
       {{"queries", Kind::texts, "up to five queries to compare", true, 1, 5},
        {"interval", Kind::choice, "of the points", false, 0, 0, 0, {"month", "year", "day"}},
        kSince,
        kUntil,
        kMaxChars},
       trend_schema,
       trend},
      {"status",
       "What is in the archive",
       "How many passages there are, from when to when, and the names of the newspapers.",
       {kMaxChars},
       status_schema,
       status},
  };
}

}  // namespace

const std::vector<Tool>& tools() {
  static const std::vector<Tool> kTools = table();
  return kTools;
}

}  // namespace gisa::mcp
