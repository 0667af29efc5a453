#include "indexer/inspect/database_check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "common/database/schema.h"
#include "common/glass/table_check.h"
#include "common/store/stored_passage.h"
#include "common/text/utf8.h"
#include "indexer/manifest/manifest.h"

namespace gisa {

namespace {

// More than these are only counted: a broken table breaks every passage.
constexpr std::size_t kMostComplaints = 20;

class Check {
 public:
  explicit Check(Database database) : database_(std::move(database)) {}

  std::vector<std::string> run() {
    check_tables();
    const Manifest manifest = read_manifest(database_);
    check_ranges(manifest);
    for (const auto& [path, entry] : manifest) check_passages(entry);
    if (beyond_ > 0) complaints_.push_back(fmt::format("and {} more", beyond_));
    return std::move(complaints_);
  }

 private:
  void complain(std::string what) {
    if (complaints_.size() < kMostComplaints) {
      complaints_.push_back(std::move(what));
    } else {
      ++beyond_;
    }
  }

  // Xapian's own check opens the tables for writing, though it writes nothing, and trusts what
  // find_damage() looks at.
  void check_tables() {
    const std::string damage = glass::find_damage(database_.tables());
    if (!damage.empty()) return complain("the tables are damaged: " + damage);
    if (!may_be_written()) return read_tables();
    std::ostringstream said;
    std::size_t errors = 1;
    try {
      errors = Xapian::Database::check(database_.tables().string(), 0, &said);
    } catch (const Xapian::Error& error) {
      said << error.get_msg();
    } catch (const std::length_error&) {  // Xapian took damaged bytes for a length
      said << "a length in them cannot be";
    }
    if (errors == 0) return;
    std::string line = said.str();
    std::replace(line.begin(), line.end(), '\n', ' ');
    complain(fmt::format("the tables are damaged: {}", trim(line)));
  }

  bool may_be_written() const {
    for (const auto& file : std::filesystem::directory_iterator(database_.tables())) {
      if (::access(file.path().c_str(), R_OK | W_OK) != 0) return false;
    }
    return true;
  }

  // Without permission to write, every table is read from end to end instead.
  void read_tables() {
    try {
      database_.read([](Xapian::Database& db) {
        for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
          for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
          }
        }
        for (auto word = db.spellings_begin(); word != db.spellings_end(); ++word) {
          word.get_termfreq();
        }
        return 0;
      });
    } catch (const Error& error) {
      complain("the tables are damaged: " + error.message());
    }
  }

  // Every document belongs to one file, or is deleted; and the articles add up.
  void check_ranges(const Manifest& manifest) {
    std::vector<std::pair<DocRange, std::string>> ranges;
    for (const DocRange& range : database_.deleted().ranges())
      ranges.push_back({range, "(deleted)"});
    std::size_t articles = 0;
    for (const auto& [path, entry] : manifest) {
      articles += entry.articles;
      if (entry.passages.count > 0) ranges.push_back({entry.passages, path});
    }
    std::sort(ranges.begin(), ranges.end(),
              [](const auto& a, const auto& b) { return a.first.first < b.first.first; });
    std::uint32_t next = 1;
    for (const auto& [range, path] : ranges) {
      if (range.first < next) {
        complain(
            fmt::format("{}: its passages from {} on belong to another file", path, range.first));
      } else if (range.first > next) {
        complain(fmt::format("passages {} to {} belong to no file", next, range.first - 1));
      }
      next = range.end();
    }
    const auto last = database_.last_passage();
    if (next != last + 1) {
      complain(fmt::format("the files' passages end at {}, the database at {}", next - 1, last));
    }
    const std::string stated = database_.metadata(schema::kArticlesKey);
    if (stated != std::to_string(articles)) {
      complain(fmt::format("there should be {} articles, the files have {}", stated, articles));
    }
  }

  void check_passages(const FileEntry& entry) {
    std::uint32_t articles = 0;
    std::string id;
    std::uint32_t number = 0;
    const std::uint32_t end = std::min(entry.passages.end(), database_.last_passage() + 1);
    for (std::uint32_t at = entry.passages.first; at < end; ++at) {
      try {
        const StoredPassage passage = database_.passage(at);
        const std::string key = database_.read([&](Xapian::Database& db) {
          return db.get_document(at).get_value(schema::kArticleKeySlot);
        });
        number = passage.number == 0 ? 0 : number + 1;
        if (number == 0) ++articles;
        if (number != passage.number || (number > 0 && passage.article.id != id)) {
          complain(fmt::format("{}: passage {} is out of order", entry.path, at));
        }
        id = passage.article.id;
        if (key != schema::article_key(id)) {
          complain(fmt::format("{}: passage {} has another article's key", entry.path, at));
        }
      } catch (const Error& error) {
        complain(fmt::format("{}: passage {}: {}", entry.path, at, error.message()));
      }
    }
    if (articles != entry.articles) {
      complain(
          fmt::format("{}: should have {} articles, has {}", entry.path, entry.articles, articles));
    }
  }

  Database database_;
  std::vector<std::string> complaints_;
  std::size_t beyond_ = 0;
};

}  // namespace

std::vector<std::string> check_database(const std::string& path) {
  return Check(Database(path)).run();
}

std::vector<std::string> check_generation(const std::string& path,
                                          const std::filesystem::path& tables) {
  return Check(Database::of_generation(path, tables)).run();
}

}  // namespace gisa
