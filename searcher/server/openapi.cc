#include "searcher/server/openapi.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <variant>

#include "common/cli/version.h"
#include "searcher/outputs/columns.h"
#include "searcher/request/request_options.h"

namespace gisa {

namespace {

using Json = nlohmann::ordered_json;

// Beside the document, on the server and in docs/.
Json answer_schema() { return {{"$ref", "json.schema"}}; }

Json content(const char* type, Json schema) { return {{type, {{"schema", std::move(schema)}}}}; }

Json problem_response() {
  return {
      {"description", "what is wrong, as problem details (RFC 9457)"},
      {"content", content("application/problem+json", {{"$ref", "#/components/schemas/Problem"}})}};
}

Json responses(const char* what, Json schema, const char* type = "application/json") {
  return {{"200", {{"description", what}, {"content", content(type, std::move(schema))}}},
          {"default", problem_response()}};
}

Json schema_of(const RequestOption& option) {
  if (option.is_flag()) return {{"type", "boolean"}, {"default", false}};
  if (std::holds_alternative<RequestOption::SetText>(option.set)) {
    const Json text = {{"type", "string"}};
    return option.repeats ? Json{{"type", "array"}, {"items", text}} : text;
  }
  Json schema = {{"type", "integer"}, {"minimum", 0}};
  if (option.takes_all) schema = {{"anyOf", {schema, {{"const", "all"}}}}};
  if (!option.fallback.empty()) schema["default"] = Json::parse(option.fallback);
  return schema;
}

// The server has a time limit of its own.
bool is_asked_by_http(const RequestOption& option) { return option.name != "timeout"; }

// Hits alone are asked for.
bool is_of_lists(const RequestOption& option) {
  constexpr std::string_view kCounts[] = {"count", "totals", "facet",  "related",
                                          "trend", "versus", "explain"};
  return is_asked_by_http(option) &&
         std::find(std::begin(kCounts), std::end(kCounts), option.name) == std::end(kCounts);
}

// Order and number are the feed's own.
bool is_of_feeds(const RequestOption& option) {
  constexpr std::string_view kOwn[] = {"limit", "offset", "sort", "recent"};
  return is_of_lists(option) &&
         std::find(std::begin(kOwn), std::end(kOwn), option.name) == std::end(kOwn);
}

Json parameter(const char* name, const char* about, bool required) {
  return {{"name", name},
          {"in", "query"},
          {"required", required},
          {"description", about},
          {"schema", {{"type", "string"}}}};
}

Json search_parameters(bool (*has)(const RequestOption&)) {
  Json parameters = {parameter("q", "the query; docs/query.md has its language", false)};
  for (const RequestOption& option : request_options()) {
    if (!has(option)) continue;
    parameters.push_back({{"name", written(option.name, OptionStyle::request)},
                          {"in", "query"},
                          {"description", option.help()},
                          {"schema", schema_of(option)}});
  }
  return parameters;
}

// Of a list of hits as a table.
Json table_parameters() {
  Json parameters = search_parameters(is_of_lists);
  for (Json& one : parameters) {
    if (one["name"] == "limit") one["schema"]["default"] = 10000;
  }
  parameters.push_back(parameter(
      "columns", ("of the table, with commas between: " + column_names()).c_str(), false));
  return parameters;
}

Json search_request() {
  Json options = Json::object();
  for (const RequestOption& option : request_options()) {
    if (!is_asked_by_http(option)) continue;
    Json& schema = options[written(option.name, OptionStyle::request)] = schema_of(option);
    schema["description"] = option.help();
  }
  return {{"type", "object"},
          {"properties",
           {{"query", {{"type", "string"}}},
            {"options",
             {{"type", "object"}, {"properties", options}, {"additionalProperties", false}}}}}};
}

Json article_request() {
  return {{"type", "object"},
          {"properties", {{"id", {{"type", "string"}}}, {"query", {{"type", "string"}}}}},
          {"required", {"id"}},
          {"additionalProperties", false}};
}

Json body(Json schema) {
  return {{"required", true}, {"content", content("application/json", std::move(schema))}};
}

Json archive_schema() {
  const Json text = {{"type", "string"}};
  return {{"type", "object"},
          {"properties",
           {{"articles", {{"type", "integer"}}},
            {"first_date", text},
            {"last_date", text},
            {"newspapers", {{"type", "array"}, {"items", text}}},
            {"updated", text}}},
          {"required", {"articles", "first_date", "last_date", "newspapers"}}};
}

Json saved_schema() {
  const Json text = {{"type", "string"}};
  return {{"type", "object"},
          {"properties",
           {{"searches",
             {{"type", "array"},
              {"items",
               {{"type", "object"},
                {"properties",
                 {{"name", text},
                  {"query", text},
                  {"options", {{"type", "object"}}},
                  {"new", {{"type", "integer"}}}}},
                {"required", {"name", "query", "options"}}}}}},
            {"unreadable",
             {{"type", "array"},
              {"items",
               {{"type", "object"},
                {"properties", {{"code", text}, {"message", text}, {"hint", text}}},
                {"required", {"code", "message"}}}}}}}},
          {"required", {"searches"}}};
}

Json suggestion_schema() {
  const Json texts = {{"type", "array"}, {"items", {{"type", "string"}}}};
  return {{"type", "object"},
          {"properties", {{"words", texts}, {"press", texts}, {"by", texts}, {"section", texts}}},
          {"required", {"words", "press", "by", "section"}}};
}

Json paths() {
  const Json found = responses("the answer", answer_schema());
  const Json article = responses("the passages of the article, in their order", answer_schema());
  return {
      {"/search",
       {{"get",
         {{"operationId", "search"},
          {"summary", "Passages that answer a query, the best first"},
          {"parameters", search_parameters(is_asked_by_http)},
          {"responses", found}}},
        {"post",
         {{"operationId", "searchByJson"},
          {"summary", "The same, asked by JSON"},
          {"requestBody", body(search_request())},
          {"responses", found}}}}},
      {"/article",
       {{"get",
         {{"operationId", "article"},
          {"summary", "All passages of an article"},
          {"parameters",
           {parameter("id", "the id that a hit has", true),
            parameter("q", "a query, to mark the passages that answer it", false)}},
          {"responses", article}}},
        {"post",
         {{"operationId", "articleByJson"},
          {"summary", "The same, asked by JSON"},
          {"requestBody", body(article_request())},
          {"responses", article}}}}},
      {"/archive",
       {{"get",
         {{"operationId", "archive"},
          {"summary", "How many articles there are, of which newspapers, from when to when"},
          {"responses", responses("the archive", archive_schema())}}}}},
      {"/saved",
       {{"get",
         {{"operationId", "saved"},
          {"summary", "The saved searches, each with how many hits are new, if that is soon known"},
          {"responses", responses("by name", saved_schema())}}}}},
      {"/suggest",
       {{"get",
         {{"operationId", "suggest"},
          {"summary", "Words, newspapers and reporters of the index that begin so"},
          {"parameters", {parameter("q", "the beginning of a word", true)}},
          {"responses", responses("the most frequent first", suggestion_schema())}}}}},
      {"/export.csv",
       {{"get",
         {{"operationId", "table"},
          {"summary",
           "Articles that answer a query as a table, 10000 at once; Link leads to the next"},
          {"parameters", table_parameters()},
          {"responses", responses("the table (RFC 4180)", {{"type", "string"}}, "text/csv")}}}}},
      {"/export.xlsx",
       {{"get",
         {{"operationId", "workbook"},
          {"summary", "The same table as a workbook of Excel"},
          {"parameters", table_parameters()},
          {"responses",
           responses("the workbook (ISO/IEC 29500)", {{"type", "string"}, {"format", "binary"}},
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")}}}}},
      {"/feed",
       {{"get",
         {{"operationId", "feed"},
          {"summary", "The fifty newest articles that answer a query, as an Atom feed"},
          {"parameters", search_parameters(is_of_feeds)},
          {"responses",
           responses("the feed (RFC 4287)", {{"type", "string"}}, "application/atom+xml")}}}}},
      {"/healthz",
       {{"get",
         {{"operationId", "health"},
          {"summary", "Whether the database can be searched"},
          {"responses", responses("it can", {{"type", "object"},
                                             {"properties", {{"status", {{"const", "ok"}}}}}})}}}}},
  };
}

Json problem_schema() {
  const Json text = {{"type", "string"}};
  return {{"type", "object"},
          {"properties",
           {{"type", text},
            {"title", text},
            {"status", {{"type", "integer"}}},
            {"detail", text},
            {"error",
             {{"type", "object"},
              {"properties", {{"code", text}, {"message", text}, {"hint", text}}},
              {"required", {"code", "message"}}}}}},
          {"required", {"type", "title", "status", "detail", "error"}}};
}

}  // namespace

std::string openapi_document() {
  const Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "gisa"},
        {"version", kVersion},
        {"description", "Full-text search over Korean news: gisa-search --http"}}},
      {"servers", {{{"url", "/"}}}},
      {"paths", paths()},
      {"components", {{"schemas", {{"Problem", problem_schema()}}}}},
  };
  return document.dump(2) + "\n";
}

}  // namespace gisa
