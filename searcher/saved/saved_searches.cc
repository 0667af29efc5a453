#include "searcher/saved/saved_searches.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "common/database/schema.h"
#include "common/folder/publishing.h"
#include "common/store/plain_file.h"
#include "gisa/error.h"
#include "searcher/request/request_options.h"

namespace gisa {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int kForm = 1;  // of the file; raised when an older program cannot read it
constexpr std::string_view kExtension = ".json";
constexpr std::size_t kMostBytes = std::size_t{256} << 20;

Error unreadable(const std::filesystem::path& path) {
  return {ErrorCode::input, fmt::format("{} is no file of saved searches", path.string()),
          "move it away, and save again what was in it"};
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  return number;
}

// `1f` or `1f:2e`
std::pair<std::uint64_t, std::uint64_t> seen_of(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return {number_of(text.substr(0, colon)),
          colon == text.size() ? 0 : number_of(text.substr(colon + 1))};
}

SavedSearch search_of(const json& object) {
  SavedSearch search;
  search.name = object.at("name").get<std::string>();
  search.query = object.at("query").get<std::string>();
  search.changes = object.at("changes").get<bool>();
  for (const json& option : object.at("options")) {
    search.options.emplace_back(option.at(0).get<std::string>(), option.at(1).get<std::string>());
  }
  for (const json& seen : object.at("seen")) {
    search.seen.insert(seen_of(seen.get_ref<const std::string&>()));
  }
  return search;
}

ordered_json to_json(const SavedSearch& search) {
  ordered_json options = ordered_json::array();
  for (const auto& [name, value] : search.options) options.push_back({name, value});
  ordered_json seen = ordered_json::array();
  for (const auto& [article, text] : search.seen) {
    seen.push_back(text == 0 ? fmt::format("{:x}", article)
                             : fmt::format("{:x}:{:x}", article, text));
  }
  return {{"name", search.name},
          {"query", search.query},
          {"options", std::move(options)},
          {"changes", search.changes},
          {"seen", std::move(seen)}};
}

// What an article says. Its body is there only where changes are looked for.
std::uint64_t text_hash(const Article& article) {
  std::uint64_t hash = schema::hash(article.title);
  for (const std::string* part : {&article.body, &article.byline, &article.url}) {
    hash = schema::hash(*part, schema::hash("\n", hash));
  }
  return hash;
}

json read_json(const std::filesystem::path& path) {
  const auto text = read_plain_file(path, kMostBytes, Links::follow);
  if (!text) throw unreadable(path);
  json file = json::parse(*text, nullptr, false);
  if (!file.is_object() || file.value("schema", json()) != kForm) throw unreadable(path);
  return file;
}

SavedSearch read_search(const std::filesystem::path& path) {
  try {
    return search_of(read_json(path));
  } catch (const json::exception&) {
    throw unreadable(path);
  }
}

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

Error no_such(std::string_view name) {
  return {ErrorCode::input, fmt::format("no search is saved as {}", name),
          "gisa-search --saved lists them"};
}

}  // namespace

SavedSearches::SavedSearches(const std::filesystem::path& folder)
    : folder_(folder / "searches"), old_file_(folder / "saved") {}

std::filesystem::path SavedSearches::path_of(std::string_view name) const {
  return folder_ / fmt::format("{:016x}{}", schema::hash(name), kExtension);
}

std::vector<SavedSearch> SavedSearches::in_old_file() const {
  std::vector<SavedSearch> searches;
  if (!is_there(old_file_)) return searches;
  try {
    const json file = read_json(old_file_);
    for (const json& object : file.at("searches")) searches.push_back(search_of(object));
  } catch (const json::exception&) {
    throw unreadable(old_file_);
  }
  return searches;
}

SavedList SavedSearches::all() const {
  SavedList list;
  const auto take = [&](auto read) {
    try {
      read();
    } catch (const Error& error) {
      list.unreadable.push_back(error);
    }
  };
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder_, error);
       !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    if (at->path().extension() != kExtension) continue;
    take([&] { list.searches.push_back(read_search(at->path())); });
  }
  take([&] {
    for (SavedSearch& search : in_old_file()) {
      if (!is_there(path_of(search.name))) list.searches.push_back(std::move(search));
    }
  });
  std::sort(list.searches.begin(), list.searches.end(),
            [](const SavedSearch& a, const SavedSearch& b) { return a.name < b.name; });
  std::sort(list.unreadable.begin(), list.unreadable.end(),
            [](const Error& a, const Error& b) { return a.message() < b.message(); });
  return list;
}

SavedSearch SavedSearches::named(std::string_view name) const {
  if (is_there(path_of(name))) return read_search(path_of(name));
  for (SavedSearch& search : in_old_file()) {
    if (search.name == name) return std::move(search);
  }
  throw no_such(name);
}

void SavedSearches::put(const SavedSearch& search) const {
  move_over();
  keep(search);
}

void SavedSearches::forget(std::string_view name) const {
  move_over();
  std::error_code error;
  if (!std::filesystem::remove(path_of(name), error)) {
    throw error ? cannot_write(path_of(name), error.value()) : no_such(name);
  }
}

void SavedSearches::keep(const SavedSearch& search) const {
  std::error_code error;
  std::filesystem::create_directory(folder_, error);
  if (error) throw cannot_write(folder_, error.value());
  ordered_json file = {{"schema", kForm}};
  file.update(to_json(search));
  replace_file(path_of(search.name),
               file.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

void SavedSearches::move_over() const {
  for (const SavedSearch& search : in_old_file()) {
    if (!is_there(path_of(search.name))) keep(search);
  }
  std::error_code error;
  std::filesystem::remove(old_file_, error);
  if (error) throw cannot_write(old_file_, error.value());
}

Request request_of(const SavedSearch& search) {
  std::vector<GivenOption> given;
  for (const auto& [name, value] : search.options) given.push_back({&request_option(name), value});
  Request request = request_with(given, OptionStyle::terminal);
  request.text = search.query;
  request.with_bodies = search.changes;
  request.search.limit = kMostHits;
  request.search.offset = 0;
  request.search.per_article = 1;
  request.search.budget = 0;  // what was left out would be new again
  request.search.fold = true;
  request.search.correct = false;
  request.search.places = false;
  request.advises = false;
  // What an article says must be read to see that it has changed.
  if (!search.changes && !search.seen.empty()) {
    request.search.is_known = [&seen = search.seen](std::uint64_t article) {
      return seen.contains(article);
    };
  }
  return request;
}

std::vector<Hit> take_new(SavedSearch& search, std::vector<Hit> hits) {
  if (hits.empty()) return hits;
  const std::map<std::uint64_t, std::uint64_t> seen = search.seen;
  const auto is_seen = [&](const Article& article) {
    return seen.count(schema::hash(article.id)) > 0;
  };
  const auto has_changed = [&](const Article& article) {
    const auto known = seen.find(schema::hash(article.id));
    return search.changes && known != seen.end() && known->second != text_hash(article);
  };
  const auto remember = [&](const Article& article) {
    search.seen[schema::hash(article.id)] = search.changes ? text_hash(article) : 0;
  };
  std::erase_if(hits, [&](const Hit& hit) {
    std::vector<Article> story = hit.copies;
    story.push_back(hit.article);
    const bool is_known = std::any_of(story.begin(), story.end(), is_seen);
    const bool is_old = is_known && std::none_of(story.begin(), story.end(), has_changed);
    std::for_each(story.begin(), story.end(), remember);
    return is_old;
  });
  return hits;
}

}  // namespace gisa
