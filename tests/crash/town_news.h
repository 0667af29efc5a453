#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "tests/crash/program.h"
#include "tests/support/temp_folder.h"

namespace gisa::test {

// The folder of a local newspaper on two evenings, and databases of it. Between them some articles
// were added, changed, renamed and removed.
class TownNews {
 public:
  TownNews();

  // Brings the folder to the first or the second evening.
  void first_evening() const;
  void second_evening() const;

  // Adds to the second evening so many articles that the change is a large one.
  void add_archive() const;

  std::filesystem::path news() const { return folder_.path() / "news"; }
  std::string database() const { return folder_.path() / "db"; }
  std::string log() const { return folder_.path() / "fault.log"; }

  // Runs gisa-index over the folder.
  Ended index(const std::vector<std::string>& options = {},
              const std::vector<std::string>& environment = {}) const;

  // Keeps a copy of the database under a name, and brings it back.
  void keep(const std::string& name) const;
  void restore(const std::string& name) const;

 private:
  TempFolder folder_;
};

// What a database answers to a number of queries.
struct Answers {
  std::map<std::string, std::vector<std::string>> hits;  // by query, the best first, without scores
  std::string complaint;                                 // of gisa-search

  friend bool operator==(const Answers&, const Answers&) = default;
};

Answers answers(const std::string& database);

// The same, each query's hits sorted: deleted passages still weigh a little in the ranking.
Answers without_order(Answers answers);

void PrintTo(const Answers& answers, std::ostream* out);

// How often a fault struck, by its log.
int strikes(const std::string& log);

}  // namespace gisa::test
