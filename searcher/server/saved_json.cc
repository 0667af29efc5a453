#include "searcher/server/saved_json.h"

#include <utility>

#include "searcher/outputs/json.h"
#include "searcher/request/request_options.h"
#include "searcher/saved/saved_searches.h"

namespace gisa {

namespace {

using Json = nlohmann::ordered_json;

std::size_t count_new(const Searcher& searcher, SavedSearch search,
                      std::chrono::milliseconds time_limit) {
  Request request = request_of(search);
  request.search.time_limit = time_limit;
  return take_new(search, answer(searcher, request).result.hits).size();
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
  for (const SavedSearch& search : saved.all()) {
    searches.push_back({{"name", search.name},
                        {"query", search.query},
                        {"options", options_of(search)},
                        {"new", count_new(searcher, search, time_limit)}});
  }
  return line_of({{"searches", std::move(searches)}});
}

}  // namespace gisa
