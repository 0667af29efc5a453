#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/analysis/analyzer.h"
#include "common/database/servers.h"
#include "common/error/xapian_error.h"
#include "common/glass/posting_table.h"
#include "common/store/deleted_passages.h"
#include "common/store/record_codec.h"
#include "common/words/lexicon.h"

namespace gisa {

// One of the databases that are searched together: a folder, or `tcp:HOST:PORT`, where a
// xapian-tcpsrv serves one. A snapshot of its last published state.
class Shard {
 public:
  // Throws gisa::Error if there is none at `address`, or it is unfinished, foreign, damaged or
  // newer than this program, or the server does not answer.
  Shard(std::string address, const ServerPatience& patience);

  // Those tables of the database at `address`, whatever is the current generation there.
  Shard(std::string address, const std::filesystem::path& tables);

  bool is_remote() const;
  const std::string& address() const { return address_; }
  const Xapian::Database& database() const { return database_; }
  const std::filesystem::path& tables() const { return tables_; }  // empty for a server's
  // Names the published state that this is, among all that a process may see; empty for a server's.
  const std::string& snapshot() const { return snapshot_; }

  // To read posting lists from; nullptr if only Xapian can.
  const glass::PostingTable* postings() const { return postings_.get(); }

  const Analyzer& analyzer() const { return *analyzer_; }
  const DeletedPassages& deleted() const { return deleted_; }

  // These throw what Xapian throws.
  std::string metadata(std::string_view key) const;
  LexiconTable lexicon() const;

  std::string unpack(std::string_view packed) { return unpacker_.unpack(packed); }

  // Takes a new snapshot if it was written to since; true if so. A server is asked what its
  // connection sees, and every few seconds connected to anew, as only that finds a new generation.
  bool refresh(const ServerPatience& patience);

  // False if a server's connection waits longer, or less long, than that for an answer.
  bool has(const ServerPatience& patience) const;

 private:
  using Clock = std::chrono::steady_clock;

  bool was_replaced() const;
  void open(const ServerPatience& patience);
  void open_folder();
  void open_server(const ServerPatience& patience);
  void load();  // what the metadata say

  // What `work()` returns, which asks the database; errors as gisa::Error.
  template <typename Work>
  auto asked(Work&& work) const {
    return guarded(address_, Access::read, [&] {
      try {
        return work();
      } catch (const Xapian::NetworkTimeoutError&) {
        remember_silence(address_);
        throw;
      }
    });
  }

  std::string address_;
  Xapian::Database database_;
  std::filesystem::path tables_;
  std::string identity_;  // of the tables
  std::string snapshot_;
  std::shared_ptr<const glass::PostingTable> postings_;
  Clock::time_point opened_ = {};
  std::chrono::milliseconds answer_patience_{0};
  const Analyzer* analyzer_ = nullptr;
  DeletedPassages deleted_;
  RecordUnpacker unpacker_;
};

}  // namespace gisa
