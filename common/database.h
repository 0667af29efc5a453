#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/record_codec.h"
#include "common/retired.h"
#include "common/stored_passage.h"
#include "gisa/error.h"

// The only door to Xapian: no other header includes <xapian.h>, and no Xapian exception passes.
namespace gisa {

enum class Access { read, write };

// The gisa::Error that says what a Xapian error means for a user of the database at `path`.
Error translated(const Xapian::Error& error, const std::string& path, Access access);

// Calls `work`; a Xapian error leaves as a gisa::Error.
template <typename Work>
decltype(auto) guarded(const std::string& path, Access access, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw translated(error, path, access);
  }
}

// A gisa database open for reading: a snapshot of its last published state. One thread at a time.
class Database {
 public:
  // Throws gisa::Error if there is none at `path`, or it is unfinished, foreign, damaged or newer
  // than this program.
  explicit Database(const std::string& path);

  const std::string& path() const { return path_; }
  const Analyzer& analyzer() const { return *analyzer_; }

  std::string metadata(std::string_view key);

  // The passage that is document `id`, which must be one of those that a match, a posting list or
  // the manifest names.
  StoredPassage passage(Xapian::docid id);

  // Documents in here are passages that the database has no more: leave them out of every answer.
  const RetiredPassages& retired() const { return retired_; }

  // Takes a new snapshot if the database was written to since; true if so. Errors as when opening.
  bool refresh();

  // Calls `work(Xapian::Database&)`. When a writer has overtaken the snapshot, takes a new one and
  // calls again, so `work` must be repeatable. Errors leave as gisa::Error.
  template <typename Work>
  auto read(Work&& work) {
    return in_one_snapshot([&] {
      return guarded(path_, Access::read, [&] {
        try {
          return work(database_);
        } catch (const Xapian::DatabaseModifiedError&) {
          throw Overtaken();
        }
      });
    });
  }

  // Calls `work()`, all of whose read() see one snapshot; when a writer overtakes it, takes a new
  // one and calls again from the start.
  template <typename Work>
  auto in_one_snapshot(Work&& work) {
    if (pinned_) return work();
    const Pin pin(pinned_);
    for (int attempt = 1;; ++attempt) {
      try {
        return work();
      } catch (const Overtaken&) {
        renew(attempt);
      }
    }
  }

 private:
  struct Overtaken {};

  struct Pin {
    explicit Pin(bool& flag) : flag(flag) { flag = true; }
    ~Pin() { flag = false; }
    bool& flag;
  };

  void open();
  void load();              // what the metadata say
  void renew(int attempt);  // open() again after a pause
  void check_stamps();

  std::string path_;
  unsigned long generation_ = 0;
  Xapian::Database database_;
  const Analyzer* analyzer_ = nullptr;
  RetiredPassages retired_;
  RecordCodec codec_;
  bool pinned_ = false;
};

// Writes what Database's constructor checks.
void stamp(Xapian::WritableDatabase& database, const Analyzer& analyzer);

}  // namespace gisa
