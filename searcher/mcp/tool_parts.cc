#include "searcher/mcp/tool_parts.h"

#include <fmt/format.h>

#include <utility>

namespace gisa::mcp {

using nlohmann::ordered_json;

ArgumentRow query_argument() {
  return {"query", ArgumentKind::text, "words and operators, in Korean", true};
}

ArgumentRow since_argument() {
  return {"since", ArgumentKind::text,
          "only articles from this day, month or year on: 2020-03-01, 2020-03"};
}

ArgumentRow until_argument() {
  return {"until", ArgumentKind::text, "only articles up to it, inclusive"};
}

ArgumentRow max_chars_argument() {
  return {"max_chars",
          ArgumentKind::number,
          "characters of the answer at most; it says what it left out",
          false,
          500,
          100'000,
          12'000};
}

ordered_json type(std::string_view name) { return {{"type", name}}; }

ordered_json list_of(ordered_json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

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
  request.search.is_cancelled = context.is_cancelled;
  return request;
}

std::string articles_in_words(std::size_t total) {
  return fmt::format("{} {}", total, total == 1 ? "article" : "articles");
}

std::string total_in_words(const SearchResult& result) {
  return (result.total_exact ? "" : "at least ") + articles_in_words(result.total);
}

ordered_json value_schema(std::string_view name) {
  return object_with({{std::string(name), type("string")}, {"articles", type("integer")}});
}

}  // namespace gisa::mcp
