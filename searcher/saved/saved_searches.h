#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/request/request.h"

namespace gisa {

// A query that is asked again and again.
struct SavedSearch {
  std::string name;
  std::string query;                                         // as typed
  std::vector<std::pair<std::string, std::string>> options;  // of a request: name, value
  bool changes = false;                         // an article that has changed is new, too
  std::map<std::uint64_t, std::uint64_t> seen;  // articles: hash of the id -> hash of what it says
};

// Those of a database: the file `saved` in its folder, which outlives its generations.
class SavedSearches {
 public:
  // Of the database `folder`; none if there is no file. Throws gisa::Error (input) if it is none of
  // gisa's.
  explicit SavedSearches(const std::filesystem::path& folder);

  const std::vector<SavedSearch>& all() const { return searches_; }

  // Throws gisa::Error (input) if there is none of that name.
  SavedSearch& named(std::string_view name);

  // In the place of one of that name, if any.
  void put(SavedSearch search);

  // As named().
  void forget(std::string_view name);

  // To the file, at once or not at all. Throws gisa::Error (output).
  void write() const;

 private:
  std::filesystem::path path_;
  std::vector<SavedSearch> searches_;  // by name
};

// The request that `search` stands for: all of its hits that may be new, copies below the best one
// of a story. `search` must outlive it. Throws gisa::Error (usage) for an option that this program
// does not know.
Request request_of(const SavedSearch& search);

// Those of `hits` that `search` has not seen: of no copy of the story, either, and if it looks for
// changes not as it is now. Remembers all of them as seen.
std::vector<Hit> take_new(SavedSearch& search, std::vector<Hit> hits);

}  // namespace gisa
