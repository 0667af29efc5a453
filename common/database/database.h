#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/database/shard.h"
#include "common/error/xapian_error.h"
#include "common/store/stored_passage.h"
#include "common/words/word_borders.h"

namespace gisa {

// What to do without a shard that does not answer.
enum class Partial { refuse, allow };

// gisa databases open for reading as one, a snapshot of their last published states. One thread at
// a time.
class Database {
 public:
  // Each as for Shard. Throws gisa::Error if one cannot be opened; with Partial::allow, only if
  // none can.
  explicit Database(std::vector<std::string> addresses, Partial partial = Partial::refuse);
  explicit Database(const std::string& address) : Database(std::vector{address}) {}

  // One generation of a database, whatever is the current one.
  static Database of_generation(const std::string& address, const std::filesystem::path& tables);

  // For messages.
  const std::string& path() const { return path_; }
  const std::vector<std::string>& addresses() const { return addresses_; }

  const Analyzer& analyzer() const { return shards_.front().analyzer(); }

  // What the archive has taught of words, over all shards. Read when it is first asked for; it
  // lasts as long as the snapshot.
  const WordBorders& words();

  // Of the first shard.
  std::string metadata(std::string_view key);

  // What the first of the databases has learnt of words, alone.
  LexiconTable lexicon();

  // The passage that is document `id`, which must be one of those that a match, a posting list or
  // the manifest names; and its record, as decode_passage() wants it.
  StoredPassage passage(Xapian::docid id);
  std::string record(Xapian::docid id);

  // The same; nothing if it is damaged.
  std::optional<StoredPassage> sound_passage(Xapian::docid id);

  // What `of` makes of the passage's record; nothing if the passage is damaged.
  template <typename Of>
  auto sound(Xapian::docid id, Of of) -> std::optional<decltype(of(record(id)))> {
    try {
      return of(record(id));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::database_damaged) throw;
      return std::nullopt;
    }
  }

  // The highest number that a document has; 0 if there is none.
  Xapian::docid last_passage();

  // True for passages that the database has no more: leave them out of every answer.
  bool is_deleted(Xapian::docid id) const;

  // False if a server has a part of it.
  bool is_local() const;

  const std::vector<Shard>& shards() const { return shards_; }

  // The folder of the tables, and the deleted passages, of a database that is one shard.
  const std::filesystem::path& tables() const { return shards_.front().tables(); }
  const DeletedPassages& deleted() const { return shards_.front().deleted(); }

  // Why a part of the database does not answer, a line a shard.
  const std::vector<std::string>& missing() const { return missing_; }

  using Clock = std::chrono::steady_clock;

  // A name of the snapshot; empty if one of the shards is behind a server or missing.
  std::string revision() const;

  // From now on, answers are wanted within `limit` (0: whenever), and no server is waited for
  // longer than half of that.
  void begin_request(std::chrono::milliseconds limit);
  Clock::time_point deadline() const { return deadline_; }

  // While the object lives, read() throws Error (cancelled) once `is_cancelled` is true; an empty
  // one never is.
  class Cancellable {
   public:
    Cancellable(Database& database, const std::function<bool()>& is_cancelled)
        : database_(database) {
      database_.is_cancelled_ = &is_cancelled;
    }
    ~Cancellable() { database_.is_cancelled_ = nullptr; }
    Cancellable(const Cancellable&) = delete;
    Cancellable& operator=(const Cancellable&) = delete;

   private:
    Database& database_;
  };

  // Takes a new snapshot if the database was written to since, and looks for missing shards; true
  // if there is another one. Errors as when opening, and the snapshot stays as it was.
  bool refresh();

  // Calls `work(Xapian::Database&)`. When a writer has overtaken the snapshot, takes a new one and
  // calls again, so `work` must be repeatable. Errors leave as gisa::Error.
  template <typename Work>
  auto read(Work&& work) {
    stop_if_cancelled();
    return in_one_snapshot([&] {
      return guarded(path_, Access::read, [&] {
        try {
          return work(database_);
        } catch (const Xapian::DatabaseModifiedError&) {
          throw Overtaken();
        } catch (const Xapian::NetworkError& error) {
          note_failure(error);
          if (!give_up(error)) throw;
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
    if (must_open_) open();
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

  Database() = default;

  struct Pin {
    explicit Pin(bool& flag) : flag(flag) { flag = true; }
    ~Pin() { flag = false; }
    bool& flag;
  };

  void stop_if_cancelled() const;
  void open();
  void join();              // the shards to one
  void renew(int attempt);  // open() again after a pause
  bool give_up(const Xapian::NetworkError& error);
  void note_failure(const Xapian::NetworkError& error);
  ServerPatience patience() const;  // within the time that is left

  std::vector<std::string> addresses_;
  std::string path_;
  Partial partial_ = Partial::refuse;
  std::vector<Shard> shards_;
  std::vector<std::string> missing_;
  std::set<std::string> dead_;  // servers that stopped to answer
  Xapian::Database database_;
  std::unique_ptr<WordBorders> words_;  // null until it is asked for
  bool pinned_ = false;
  bool must_open_ = false;  // a server has failed: a late answer may come on its connection
  const std::function<bool()>* is_cancelled_ = nullptr;  // of the search that is under way
  std::chrono::milliseconds limit_{0};
  Clock::time_point deadline_ = Clock::time_point::max();
};

// Writes what opening checks.
void stamp(Xapian::WritableDatabase& database, const Analyzer& analyzer);

}  // namespace gisa
