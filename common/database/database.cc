#include "common/database/database.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <thread>

#include "common/database/schema.h"

namespace gisa {

namespace {

// How often a snapshot is taken anew before a reader gives up.
constexpr int kTries = 40;
constexpr int kTriesOfOneRevision = 5;

// Nothing for what is served by another machine, or is several databases.
std::optional<Xapian::rev> revision_of(const Xapian::Database& database) {
  try {
    return database.get_revision();
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

}  // namespace

Database::Database(std::vector<std::string> addresses, Partial partial)
    : addresses_(std::move(addresses)),
      path_(fmt::format("{}", fmt::join(addresses_, ", "))),
      partial_(partial) {
  open();
}

Database Database::of_generation(const std::string& address, const std::filesystem::path& tables) {
  Database database;
  database.addresses_ = {address};
  database.path_ = tables.string();
  database.shards_.emplace_back(address, tables);
  database.join();
  return database;
}

void Database::open() {
  shards_.clear();
  missing_.clear();
  std::optional<Error> last;
  for (const std::string& address : addresses_) {
    if (dead_.count(address) > 0) {
      missing_.push_back(fmt::format("the database at {} does not answer", address));
      continue;
    }
    try {
      shards_.emplace_back(address);
    } catch (const Error& error) {
      if (partial_ == Partial::refuse || error.code() == ErrorCode::usage) throw;
      missing_.push_back(error.message());
      last = error;
    }
  }
  if (!shards_.empty()) return join();
  if (last) throw *last;
  throw Error(ErrorCode::database_missing, fmt::format("none of {} answers", path_),
              "are their servers running?");
}

void Database::join() {
  database_ = Xapian::Database();
  words_.reset();
  for (const Shard& shard : shards_) {
    if (&shard.analyzer() != &analyzer()) {
      throw Error(ErrorCode::database_foreign,
                  fmt::format("the databases at {} and {} have different analyzers",
                              shards_.front().address(), shard.address()),
                  "index one of them again");
    }
    database_.add_database(shard.database());
  }
}

bool Database::give_up(const Xapian::NetworkError& error) {
  const std::string server = failed_server(error);
  return partial_ == Partial::allow && !server.empty() && dead_.insert(server).second;
}

bool Database::refresh() {
  if (!missing_.empty()) {
    dead_.clear();
    open();
    return true;
  }
  bool changed = false;
  try {
    for (Shard& shard : shards_) changed |= shard.refresh();
  } catch (const Error&) {
    if (partial_ == Partial::refuse) throw;
    open();
    return true;
  }
  if (changed) join();
  return changed;
}

// Xapian numbers the documents of several databases in turns.
StoredPassage Database::passage(Xapian::docid id) {
  const std::string packed = read([&](Xapian::Database& db) {
    return db.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
  });
  return decode_passage(shards_[(id - 1) % shards_.size()].unpack(packed));
}

const WordBorders& Database::words() {
  if (words_) return *words_;
  std::vector<LexiconTable> tables = read([&](Xapian::Database&) {
    std::vector<LexiconTable> all;
    for (const Shard& shard : shards_) {
      all.push_back(shard.lexicon());
    }
    return all;
  });
  words_ = std::make_unique<WordBorders>(Lexicon(std::move(tables)));
  return *words_;
}

Xapian::docid Database::last_passage() {
  return read([](Xapian::Database& db) { return db.get_lastdocid(); });
}

bool Database::is_deleted(Xapian::docid id) const {
  const auto shards = static_cast<Xapian::docid>(shards_.size());
  return shards_[(id - 1) % shards].deleted().contains((id - 1) / shards + 1);
}

void Database::renew(int attempt) {
  if (attempt == kTries) {
    throw Error(ErrorCode::database_busy,
                fmt::format("{} changes faster than it can be read", path_),
                "search again when gisa-index has finished");
  }
  const auto before = revision_of(database_);
  std::this_thread::sleep_for(std::chrono::milliseconds(attempt));
  open();
  // Blocks of a later revision than the database's own: no writer made these.
  if (attempt > kTriesOfOneRevision && before && before == revision_of(database_)) {
    throw Error(ErrorCode::database_damaged,
                fmt::format("the database at {} contradicts itself", path_),
                fmt::format("index again: gisa-index --rebuild --db {} SOURCE", path_));
  }
}

LexiconTable Database::lexicon() {
  return read([&](Xapian::Database&) { return shards_.front().lexicon(); });
}

std::string Database::metadata(std::string_view key) {
  return read([&](Xapian::Database&) { return shards_.front().metadata(key); });
}

void stamp(Xapian::WritableDatabase& database, const Analyzer& analyzer) {
  database.set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kVersion));
  database.set_metadata(std::string(schema::kAnalyzerKey), std::string(analyzer.name()));
}

}  // namespace gisa
