#include "common/database/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
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
  std::vector<Shard> shards;
  std::vector<std::string> missing;
  std::optional<Error> last;
  for (const std::string& address : addresses_) {
    if (dead_.count(address) > 0) {
      missing.push_back(fmt::format("the database at {} does not answer", address));
      continue;
    }
    try {
      shards.emplace_back(address, patience());
    } catch (const Error& error) {
      if (partial_ == Partial::refuse || error.code() == ErrorCode::usage) throw;
      missing.push_back(error.message());
      last = error;
    }
  }
  if (!shards.empty()) {
    shards_ = std::move(shards);
    missing_ = std::move(missing);
    must_open_ = false;
    return join();
  }
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

void Database::note_failure(const Xapian::NetworkError& error) {
  must_open_ = true;
  if (std::string_view(error.get_type()) == "NetworkTimeoutError") {
    remember_silence(failed_server(error));
  }
}

ServerPatience Database::patience() const {
  using std::chrono::milliseconds;
  ServerPatience patience = patience_within(limit_);
  if (limit_.count() > 0) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - Clock::now());
    patience.connection = patience_within(std::max(left, milliseconds(1))).connection;
  }
  return patience;
}

std::string Database::revision() const {
  if (!is_local() || !missing_.empty()) return {};
  std::string names;
  for (const Shard& shard : shards_) names.append(shard.snapshot()).append("\n");
  return fmt::format("{:016x}", std::hash<std::string>()(names));
}

void Database::begin_request(std::chrono::milliseconds limit) {
  limit_ = limit;
  deadline_ = limit.count() > 0 ? Clock::now() + limit : Clock::time_point::max();
  const auto fits = [now = patience()](const Shard& shard) { return shard.has(now); };
  must_open_ = must_open_ || !std::all_of(shards_.begin(), shards_.end(), fits);
}

bool Database::refresh() {
  if (!missing_.empty() || must_open_) {
    dead_.clear();
    open();
    return true;
  }
  bool changed = false;
  try {
    for (Shard& shard : shards_) changed |= shard.refresh(patience());
  } catch (const Error&) {
    const auto is_remote = [](const Shard& shard) { return shard.is_remote(); };
    must_open_ = std::any_of(shards_.begin(), shards_.end(), is_remote);
    if (partial_ == Partial::refuse) throw;
    open();
    return true;
  }
  if (changed) join();
  return changed;
}

void Database::stop_if_cancelled() const {
  if (is_cancelled_ == nullptr || !*is_cancelled_ || !(*is_cancelled_)()) return;
  throw Error(ErrorCode::cancelled, "the search was cancelled");
}

bool Database::is_local() const {
  return std::none_of(shards_.begin(), shards_.end(),
                      [](const Shard& shard) { return shard.is_remote(); });
}

// Xapian numbers the documents of several databases in turns.
std::string Database::record(Xapian::docid id) {
  const std::string packed = read([&](Xapian::Database& db) {
    return db.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
  });
  return shards_[(id - 1) % shards_.size()].unpack(packed);
}

StoredPassage Database::passage(Xapian::docid id) { return decode_passage(record(id)); }

std::optional<StoredPassage> Database::sound_passage(Xapian::docid id) {
  return sound(id, decode_passage);
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
