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

// All that are kept. A file that cannot be read keeps no other from being listed.
struct SavedList {
  std::vector<SavedSearch> searches;  // by name
  std::vector<Error> unreadable;      // each names its file
};

// Those of a database: a file each in the folder `searches` beside its generations, which it
// outlives. gisa 0.2 had them all in the file `saved`; they are moved over when one is put or
// forgotten.
class SavedSearches {
 public:
  // Of the database `folder`.
  explicit SavedSearches(const std::filesystem::path& folder);

  SavedList all() const;

  // Throws gisa::Error (input) if there is none of that name, or its file is none of gisa's.
  SavedSearch named(std::string_view name) const;

  // Keeps it, in the place of one of that name, if any: whole or not at all. Throws gisa::Error
  // (output).
  void put(const SavedSearch& search) const;

  // As named() and put().
  void forget(std::string_view name) const;

 private:
  std::filesystem::path path_of(std::string_view name) const;
  void keep(const SavedSearch& search) const;
  std::vector<SavedSearch> in_old_file() const;
  void move_over() const;

  std::filesystem::path folder_;
  std::filesystem::path old_file_;
};

// The request that `search` stands for: all of its hits that may be new, copies below the best one
// of a story. `search` must outlive it. Throws gisa::Error (usage) for an option that this program
// does not know.
Request request_of(const SavedSearch& search);

// Those of `hits` that `search` has not seen: of no copy of the story, either, and if it looks for
// changes not as it is now. Remembers all of them as seen.
std::vector<Hit> take_new(SavedSearch& search, std::vector<Hit> hits);

}  // namespace gisa
