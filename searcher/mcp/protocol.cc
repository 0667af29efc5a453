#include "searcher/mcp/protocol.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/cli/version.h"
#include "common/error/foreign_error.h"
#include "common/text/bounded_json.h"
#include "common/text/percent.h"
#include "gisa/error.h"
#include "searcher/mcp/article_text.h"
#include "searcher/mcp/requests.h"
#include "searcher/outputs/json.h"
#include "searcher/request/request_line.h"

namespace gisa::mcp {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view kNewest = "2026-07-28";  // every request names its version
constexpr std::array<std::string_view, 4> kWithInitialize = {"2025-11-25", "2025-06-18",
                                                             "2025-03-26", "2024-11-05"};
constexpr std::string_view kVersionKey = "io.modelcontextprotocol/protocolVersion";
constexpr int kLifeOfLists = 3'600'000;  // milliseconds

constexpr std::string_view kInstructions =
    "Full-text search over a folder of Korean news. Search with the words an article would have, "
    "in Korean, particles or not: `알리바바 의료`. \"...\" is a phrase, AND OR NOT ( ) combine, "
    "title:word, press:name, by:reporter, date:2020-03..2020-05 narrow. Read a whole article with "
    "`article` and the id of a hit. Numbers of articles come from `count` and `trend`. Every "
    "answer says what it left out to keep within max_chars.";

// As JSON-RPC 2.0 and the protocol number what is wrong with a message.
enum class Fault {
  parse = -32700,
  request = -32600,
  method = -32601,
  params = -32602,
  internal = -32603,
  resource = -32002,  // until 2025-11-25
  version = -32022,
};

struct Failure {
  Fault fault;
  std::string what;
  ordered_json data = nullptr;
};

struct Message {
  std::string method;
  json params = json::object();
  bool is_modern = false;  // names its version
};

ordered_json server_info() {
  return {{"name", "gisa"}, {"title", "gisa: Korean news"}, {"version", kVersion}};
}

ordered_json capabilities() {
  return {{"tools", ordered_json::object()}, {"resources", ordered_json::object()}};
}

ordered_json cached(ordered_json result, const Message& message, int milliseconds,
                    std::string_view scope) {
  if (message.is_modern) {
    result["ttlMs"] = milliseconds;
    result["cacheScope"] = scope;
  }
  return result;
}

ordered_json initialize(const ToolContext&, const Message& message) {
  std::string version = message.params.value("protocolVersion", std::string());
  const bool is_known =
      std::find(kWithInitialize.begin(), kWithInitialize.end(), version) != kWithInitialize.end();
  if (!is_known) version = kWithInitialize.front();
  return {{"protocolVersion", version},
          {"capabilities", capabilities()},
          {"serverInfo", server_info()},
          {"instructions", kInstructions}};
}

ordered_json discover(const ToolContext&, const Message& message) {
  return cached({{"supportedVersions", {kNewest}},
                 {"capabilities", capabilities()},
                 {"instructions", kInstructions}},
                message, kLifeOfLists, "public");
}

ordered_json ping(const ToolContext&, const Message&) { return ordered_json::object(); }

ordered_json list_tools(const ToolContext&, const Message& message) {
  ordered_json list = ordered_json::array();
  for (const Tool& tool : tools()) {
    list.push_back({{"name", tool.name},
                    {"title", tool.title},
                    {"description", tool.about},
                    {"inputSchema", schema_of(tool.arguments)},
                    {"outputSchema", tool.values()},
                    {"annotations",
                     {{"readOnlyHint", true},
                      {"destructiveHint", false},
                      {"idempotentHint", true},
                      {"openWorldHint", false}}}});
  }
  return cached({{"tools", list}}, message, kLifeOfLists, "public");
}

ordered_json in_text(std::string text) {
  return ordered_json::array({{{"type", "text"}, {"text", std::move(text)}}});
}

// What a model can mend or pass on is no error of the protocol.
ordered_json failed_call(const Error& error) {
  std::string text = error.message();
  if (!error.hint().empty()) text += fmt::format(" ({})", error.hint());
  return {{"content", in_text(std::move(text))}, {"isError", true}};
}

ordered_json call_tool(const ToolContext& context, const Message& message) {
  const auto name = message.params.find("name");
  if (name == message.params.end() || !name->is_string())
    throw Failure{Fault::params, "tools/call needs the name of a tool"};
  const auto tool = std::find_if(tools().begin(), tools().end(), [&](const Tool& candidate) {
    return candidate.name == name->get_ref<const std::string&>();
  });
  if (tool == tools().end()) {
    throw Failure{Fault::params,
                  fmt::format("there is no tool {}", name->get<std::string>().substr(0, 40))};
  }
  try {
    const auto given = message.params.find("arguments");
    const Arguments arguments(tool->name, tool->arguments,
                              given == message.params.end() ? json() : *given);
    context.searcher.refresh();
    ToolAnswer answer = tool->call(context, arguments);
    return {{"content", in_text(std::move(answer.text))},
            {"structuredContent", std::move(answer.values)}};
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    return failed_call(as_error(std::current_exception()));
  }
}

ordered_json list_resources(const ToolContext&, const Message& message) {
  return cached({{"resources", ordered_json::array()}}, message, kLifeOfLists, "public");
}

ordered_json list_templates(const ToolContext&, const Message& message) {
  return cached({{"resourceTemplates",
                  ordered_json::array({{{"uriTemplate", std::string(kArticleUri) + "{id}"},
                                        {"name", "article"},
                                        {"title", "An article, whole"},
                                        {"description", "by the id that a hit bears"},
                                        {"mimeType", "text/plain"}}})}},
                message, kLifeOfLists, "public");
}

ordered_json read_resource(const ToolContext& context, const Message& message) {
  const std::string uri = message.params.value("uri", std::string());
  const Fault missing = message.is_modern ? Fault::params : Fault::resource;
  if (!uri.starts_with(kArticleUri)) {
    throw Failure{missing, "there are articles only: " + std::string(kArticleUri) + "ID"};
  }
  const auto id = percent_decoded(std::string_view(uri).substr(kArticleUri.size()));
  try {
    context.searcher.refresh();
    const ArticleText article = read_article(context.searcher, id.value_or(""));
    return cached({{"contents", ordered_json::array({{{"uri", uri},
                                                      {"mimeType", "text/plain"},
                                                      {"text", article.head + article.text}}})}},
                  message, 0, "private");
  } catch (const Error& error) {
    const bool is_missing = error.code() == ErrorCode::input;
    throw Failure{is_missing ? missing : Fault::internal, error.message(), {{"uri", uri}}};
  }
}

struct MethodRow {
  std::string_view name;
  ordered_json (*answer)(const ToolContext&, const Message&);
};

constexpr std::array<MethodRow, 8> kMethods = {{
    {"initialize", initialize},
    {"server/discover", discover},
    {"ping", ping},
    {"tools/list", list_tools},
    {"tools/call", call_tool},
    {"resources/list", list_resources},
    {"resources/templates/list", list_templates},
    {"resources/read", read_resource},
}};

Message message_of(const json& object) {
  Message message{object.at("method").get<std::string>()};
  const auto params = object.find("params");
  if (params == object.end()) return message;
  if (!params->is_object()) throw Failure{Fault::params, "params must be an object"};
  message.params = *params;
  const json meta = message.params.value("_meta", json::object());
  if (!meta.is_object() || !meta.contains(kVersionKey)) return message;
  message.is_modern = true;
  if (meta.at(std::string(kVersionKey)) != kNewest) {
    throw Failure{Fault::version,
                  "the version of the protocol is not supported",
                  {{"supported", {kNewest}}, {"requested", meta.at(std::string(kVersionKey))}}};
  }
  return message;
}

ordered_json result_of(const ToolContext& context, const json& object) {
  const Message message = message_of(object);
  const auto* const method =
      std::find_if(kMethods.begin(), kMethods.end(),
                   [&](const MethodRow& row) { return row.name == message.method; });
  if (method == kMethods.end()) {
    throw Failure{Fault::method, "there is no method " + message.method.substr(0, 80)};
  }
  ordered_json result = method->answer(context, message);
  if (message.is_modern) {
    result["resultType"] = "complete";
    result["_meta"] = {{"io.modelcontextprotocol/serverInfo", server_info()}};
  }
  return result;
}

std::string failure_line(const json& id, const Failure& failure) {
  ordered_json error = {{"code", static_cast<int>(failure.fault)}, {"message", failure.what}};
  if (!failure.data.is_null()) error["data"] = failure.data;
  return line_of({{"jsonrpc", "2.0"}, {"id", id}, {"error", error}});
}

bool is_id(const json& id) { return id.is_string() || id.is_number_integer(); }

}  // namespace

std::string respond(const ToolContext& context, std::string_view text) {
  json id = nullptr;
  try {
    if (text.size() > kLongestRequest)
      throw Failure{Fault::request, "a message of more than a million bytes"};
    const json object = parse_bounded(text);
    if (object.is_discarded()) throw Failure{Fault::parse, "a message that is not JSON"};
    if (!object.is_object() || object.value("jsonrpc", std::string()) != "2.0" ||
        !object.contains("method") || !object.at("method").is_string()) {
      throw Failure{Fault::request, "a message must be an object of JSON-RPC 2.0 with a method"};
    }
    if (!object.contains("id")) return {};
    if (!is_id(object.at("id"))) throw Failure{Fault::request, "id must be a string or a number"};
    id = object.at("id");
    return line_of({{"jsonrpc", "2.0"}, {"id", id}, {"result", result_of(context, object)}});
  } catch (const Failure& failure) {
    return failure_line(id, failure);
  } catch (const json::exception&) {
    return failure_line(id, {Fault::params, "a value in the message is of the wrong type"});
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    const Fault fault = id.is_null() ? Fault::request : Fault::internal;
    return failure_line(id, {fault, as_error(std::current_exception()).message()});
  }
}

void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms) {
  Requests requests(in);
  const ToolContext context{searcher, synonyms, [&] { return requests.is_cancelled(); }};
  while (out) {
    const auto request = requests.next();
    if (!request) return;
    const std::string answer = respond(context, *request);
    if (!answer.empty() && !requests.is_cancelled()) out << answer << '\n' << std::flush;
  }
}

}  // namespace gisa::mcp
