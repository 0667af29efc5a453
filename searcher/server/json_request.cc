#include "searcher/server/json_request.h"

#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <vector>

#include "common/cli/command_line.h"
#include "common/error/foreign_error.h"
#include "common/text/bounded_json.h"
#include "gisa/json.h"
#include "searcher/outputs/json.h"
#include "searcher/request/request_options.h"

namespace gisa {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kLargeAnswer = std::size_t{1} << 20;     // what it took is given back
constexpr std::size_t kLongestRequest = std::size_t{1} << 20;  // bytes

Error bad_request(std::string what, std::string hint) {
  return {ErrorCode::usage, std::move(what), std::move(hint)};
}

// The value of an option as the command line has it.
std::string typed_value(const std::string& name, const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  if (value.is_array() &&
      std::all_of(value.begin(), value.end(), [](const json& item) { return item.is_string(); })) {
    return fmt::format("{}", fmt::join(value.get<std::vector<std::string>>(), ","));
  }
  throw bad_request(fmt::format("the option {} cannot be {}", name, line_of(value)),
                    "give a string, a whole number, true, false or a list of strings");
}

// The options of a request as arguments of the command line.
std::vector<std::string> arguments_of(const json& options,
                                      const boost::program_options::options_description& table) {
  if (!options.is_object()) throw bad_request("options is no object", "as in {\"limit\": 5}");
  std::vector<std::string> arguments;
  for (const auto& [key, value] : options.items()) {
    std::string name = key;
    if (name.empty()) {
      throw bad_request("an option without a name",
                        "gisa-search --help lists them, under What to find");
    }
    std::replace(name.begin(), name.end(), '_', '-');
    const auto* const option = table.find_nothrow(name, false);
    if (option == nullptr || option->long_name() != name) {
      throw bad_request(fmt::format("there is no option {} in a request", key),
                        "gisa-search --help lists them, under What to find");
    }
    const bool is_switch = option->semantic()->max_tokens() == 0;
    if (is_switch != value.is_boolean() && !value.is_null()) {
      throw bad_request(fmt::format("the option {} cannot be {}", key, line_of(value)),
                        is_switch ? "give true or false" : "it takes a value");
    }
    if (value.is_null() || value == json(false)) continue;
    arguments.push_back("--" + name);
    if (!is_switch) arguments.back() += '=' + typed_value(key, value);
  }
  return arguments;
}

Request request_of(const json& object) {
  RequestOptions options;
  const auto given = object.find("options");
  std::vector<std::string> arguments;
  if (given != object.end()) arguments = arguments_of(*given, options.table());
  Request request = options.read(parse_arguments(arguments, options.table(), {}));
  const auto query = object.find("query");
  if (query != object.end() && query->is_string()) request.text = query->get<std::string>();
  if (query == object.end() ? request.like.empty() : !query->is_string()) {
    throw bad_request("a request without a query", R"(as in {"id": 1, "query": "알리바바 의료"})");
  }
  return request;
}

json parsed(std::string_view request) {
  if (request.size() > kLongestRequest) {
    throw bad_request("a request of more than a million bytes", "ask for less at once");
  }
  json object = parse_bounded(request);
  if (!object.is_object()) {
    throw bad_request("a request that is no JSON object",
                      R"(as in {"id": 1, "query": "알리바바 의료"})");
  }
  return object;
}

ordered_json told(const Error& error) {
  ordered_json out = {{"code", to_string(error.code())}, {"message", error.message()}};
  if (!error.hint().empty()) out["hint"] = error.hint();
  return out;
}

// What refreshing takes is part of the time that the request has.
void refresh_within(Searcher& searcher, std::chrono::milliseconds& time_limit) {
  using std::chrono::milliseconds;
  const auto begun = std::chrono::steady_clock::now();
  searcher.refresh(time_limit);
  if (time_limit.count() == 0) return;
  const auto taken =
      std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun);
  time_limit = std::max(time_limit - taken, milliseconds(1));
}

ordered_json answered(Searcher& searcher, const json& object, const std::string& synonyms) {
  Request request = request_of(object);
  request.search.synonyms = synonyms;
  refresh_within(searcher, request.search.time_limit);
  OutputStyle style;
  style.explain = request.search.explain;
  return to_json(answer(searcher, request), style);
}

}  // namespace

std::string respond(Searcher& searcher, std::string_view text, const std::string& synonyms) {
  ordered_json out = {{"id", nullptr}};
  try {
    const json object = parsed(text);
    if (object.contains("id")) out["id"] = object["id"];
    out.update(answered(searcher, object, synonyms));
  } catch (...) {
    out["error"] = told(as_error(std::current_exception()));
  }
  return line_of(out);
}

std::string answer_in_json(Searcher& searcher, std::string_view query, std::string_view options,
                           const std::string& synonyms) {
  return at_boundary([&] {
    json object = {{"query", query}};
    if (!options.empty()) object["options"] = parse_bounded(options);
    return line_of(answered(searcher, object, synonyms));
  });
}

std::string in_json(const Error& error) { return line_of(told(error)); }

void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms) {
  std::string line;
  while (out && in) {
    line.clear();
    bool ended = false;
    for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
      ended = c == '\n';
      if (ended) break;
      // One byte more than allowed is enough to refuse it.
      if (line.size() <= kLongestRequest) line += static_cast<char>(c);
    }
    if (!ended && line.empty()) break;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string answer = respond(searcher, line, synonyms);
    out << answer << '\n' << std::flush;
    if (answer.size() > kLargeAnswer) malloc_trim(0);
  }
}

}  // namespace gisa
