#include "searcher/server/json_request.h"

#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "common/error/foreign_error.h"
#include "common/text/bounded_json.h"
#include "common/text/utf8.h"
#include "gisa/json.h"
#include "searcher/outputs/json.h"
#include "searcher/query/notes.h"
#include "searcher/request/request_line.h"
#include "searcher/request/request_options.h"

namespace gisa {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kLargeAnswer = std::size_t{1} << 20;  // what it took is given back

Error bad_request(std::string what, std::string hint) {
  return {ErrorCode::usage, std::move(what), std::move(hint)};
}

// The values of an option that may be given several times.
std::vector<std::string> values_of(const RequestOption& option, const json& value) {
  std::vector<std::string> values;
  for (const json& item : value.is_array() ? value : json::array({value})) {
    if (item.is_null()) continue;
    if (!item.is_string()) throw cannot_be(option, line_of(item), OptionStyle::request);
    values.push_back(item.get<std::string>());
  }
  return values;
}

// The value of an option as it would be typed; nothing for one that is not given.
std::optional<std::string> value_of(const RequestOption& option, const json& value) {
  const auto is_string = [](const json& item) { return item.is_string(); };
  if (value.is_null()) return std::nullopt;
  if (option.is_flag()) {
    if (value.is_boolean())
      return value.get<bool>() ? std::optional<std::string>("") : std::nullopt;
  } else if (value.is_string()) {
    return value.get<std::string>();
  } else if (value.is_number_integer()) {
    return value.dump();
  } else if (value.is_array() && std::all_of(value.begin(), value.end(), is_string)) {
    return fmt::format("{}", fmt::join(value.get<std::vector<std::string>>(), ","));
  }
  throw cannot_be(option, line_of(value), OptionStyle::request);
}

// The request for the object `options`, without its text.
Request request_for(const json& options) {
  if (!options.is_object()) throw bad_request("options is no object", "as in {\"limit\": 5}");
  std::vector<GivenOption> given;
  for (const auto& [name, value] : options.items()) {
    const RequestOption& option = request_option(name);
    if (option.repeats) {
      for (std::string& typed : values_of(option, value))
        given.push_back({&option, std::move(typed)});
      continue;
    }
    if (auto typed = value_of(option, value)) given.push_back({&option, *std::move(typed)});
  }
  return request_with(given, OptionStyle::request);
}

Request request_of(const json& object) {
  for (const auto& [name, value] : object.items()) {
    if (name != "id" && name != "query" && name != "options") {
      throw bad_request(fmt::format("there is no {} in a request", abbreviated(name)),
                        "there are id, query, options");
    }
  }
  const auto given = object.find("options");
  Request request = request_for(given == object.end() ? json::object() : *given);
  const auto query = object.find("query");
  if (query == object.end()) {
    if (!request.like.empty()) return request;
    throw bad_request("a request without a query", R"(as in {"id": 1, "query": "알리바바 의료"})");
  }
  if (!query->is_string())
    throw bad_request("query is no string", R"(as in {"query": "알리바바 의료"})");
  request.text = query->get<std::string>();
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

ordered_json answered(Searcher& searcher, Request request, const std::string& synonyms) {
  request.search.synonyms = synonyms;
  refresh_within(searcher, request.search.time_limit);
  OutputStyle style;
  style.explain = request.search.explain;
  return to_json(answer(searcher, request), style);
}

}  // namespace

Request request_in(std::string_view text) { return request_of(parsed(text)); }

ArticleRequest article_request_in(std::string_view text) {
  const json object = parsed(text);
  ArticleRequest request;
  for (const auto& [name, value] : object.items()) {
    if (name != "id" && name != "query") {
      throw bad_request(
          fmt::format("there is no {} in a request for an article", abbreviated(name)),
          "there are id, query");
    }
    if (!value.is_string()) throw bad_request(name + " is no string", R"(as in {"id": "a.txt"})");
    (name == "id" ? request.id : request.query) = value.get<std::string>();
  }
  if (request.id.empty()) throw bad_request("an article without an id", R"(as in {"id": "a.txt"})");
  return request;
}

std::string respond(Searcher& searcher, std::string_view text, const std::string& synonyms) {
  ordered_json out = {{"id", nullptr}};
  try {
    const json object = parsed(text);
    if (object.contains("id")) out["id"] = object["id"];
    out.update(answered(searcher, request_of(object), synonyms));
  } catch (...) {
    out["error"] = to_json(as_error(std::current_exception()));
  }
  return line_of(out);
}

std::string answer_in_json(Searcher& searcher, std::string_view query, std::string_view options,
                           const std::string& synonyms, std::function<bool()> is_cancelled) {
  return at_boundary([&] {
    Request request = request_for(options.empty() ? json::object() : parse_bounded(options));
    request.text = query;
    request.search.is_cancelled = std::move(is_cancelled);
    return line_of(answered(searcher, std::move(request), synonyms));
  });
}

std::string answer_in_json(Searcher& searcher, Request request, const std::string& synonyms) {
  return line_of(answered(searcher, std::move(request), synonyms));
}

std::string in_json(const Error& error) { return line_of(to_json(error)); }

void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms) {
  std::string line;
  while (out && read_request_line(in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string answer = respond(searcher, line, synonyms);
    out << answer << '\n' << std::flush;
    if (answer.size() > kLargeAnswer) malloc_trim(0);
  }
}

}  // namespace gisa
