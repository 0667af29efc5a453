#include "searcher/server/saved_json.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "searcher/outputs/json.h"
#include "searcher/request/request_options.h"
#include "searcher/saved/saved_searches.h"

namespace gisa {

namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

// Nothing if it takes longer than `time_limit`.
std::optional<std::size_t> count_new(const Searcher& searcher, SavedSearch search,
                                     std::chrono::milliseconds time_limit) {
  if (time_limit.count() <= 0) return std::nullopt;  // 0 would be no limit
  Request request = request_of(search);
  request.search.time_limit = time_limit;
  try {
    return take_new(search, answer(searcher, request).result.hits).size();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::timeout) throw;
    return std::nullopt;
  }
}

// One that another gisa saved may have an option that this one has not.
Error not_understood(const SavedSearch& search, const Error& why) {
  return {why.code(), fmt::format("the saved search {}: {}", search.name, why.message()),
          why.hint()};
}

// As JSON has the options of a request; a flag is true.
Json options_of(const SavedSearch& search) {
  Json options = Json::object();
  for (const auto& [name, value] : search.options) {
    const std::string key = written(name, OptionStyle::request);
    if (!request_option(name).repeats) {
      options[key] = value.empty() ? Json(true) : Json(value);
      continue;
    }
    if (!options.contains(key)) options[key] = Json::array();
    options[key].push_back(value);
  }
  return options;
}

}  // namespace

std::string saved_searches_in_json(const Searcher& searcher, const std::filesystem::path& folder,
                                   std::chrono::milliseconds time_limit) {
  Json searches = Json::array();
  const SavedSearches saved(folder);
  const auto until = Clock::now() + time_limit;
  const SavedList list = saved.all();
  Json unreadable = Json::array();
  for (const Error& error : list.unreadable) unreadable.push_back(to_json(error));
  for (const SavedSearch& search : list.searches) {
    try {
      Json one = {{"name", search.name}, {"query", search.query}, {"options", options_of(search)}};
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
      if (const auto count = count_new(searcher, search, left)) one["new"] = *count;
      searches.push_back(std::move(one));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::usage) throw;
      unreadable.push_back(to_json(not_understood(search, error)));
    }
  }
  Json out = {{"searches", std::move(searches)}};
  if (!unreadable.empty()) out["unreadable"] = std::move(unreadable);
  return line_of(out);
}

}  // namespace gisa
