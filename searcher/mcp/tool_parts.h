#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/mcp/tool.h"
#include "searcher/request/request.h"

// What several tools take and answer alike.
namespace gisa::mcp {

constexpr std::chrono::seconds kTimeLimit{10};  // of one search

ArgumentRow query_argument();
ArgumentRow since_argument();
ArgumentRow until_argument();
ArgumentRow max_chars_argument();

// `{"type": name}`, a list, and an object all of whose properties are always there, in JSON Schema.
nlohmann::ordered_json type(std::string_view name);
nlohmann::ordered_json list_of(nlohmann::ordered_json item);
nlohmann::ordered_json object_with(const nlohmann::ordered_json& properties);

// How many articles have a value, which goes by `name`.
nlohmann::ordered_json value_schema(std::string_view name);

nlohmann::ordered_json notes_in_json(const std::vector<Note>& notes);
std::string notes_in_text(const std::vector<Note>& notes);  // a line each

// `298 articles`, `at least 20 articles`
std::string total_in_words(const SearchResult& result);
std::string articles_in_words(std::size_t total);

// The request for `query` within the arguments `since` and `until`.
Request request_of(const ToolContext& context, const Arguments& arguments, std::string query);

}  // namespace gisa::mcp
