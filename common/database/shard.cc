#include "common/database/shard.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "common/database/schema.h"
#include "common/folder/database_folder.h"
#include "common/folder/tables.h"

namespace gisa {

namespace {

// How often a folder is opened anew when a writer publishes at that moment.
constexpr int kTries = 40;

constexpr std::string_view kRemote = "tcp:";

constexpr auto kReconnectAfter = std::chrono::seconds(10);

constexpr const char* kIndexHint = "make one with: gisa-index --db DIR SOURCE";

// The error of a folder without a current generation.
Error no_database(const std::string& path, const DatabaseFolder& found) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return {ErrorCode::database_missing, fmt::format("there is no database at {}", path),
            kIndexHint};
  }
  if (!std::filesystem::is_directory(path, ignored)) {
    return {ErrorCode::database_foreign, fmt::format("{} is not a database folder", path),
            kIndexHint};
  }
  if (found.state == FolderState::unnamed) return unnamed_error(path, found);
  if (found.state == FolderState::foreign) {
    return {ErrorCode::database_foreign,
            fmt::format("{} is not a gisa database{}{}", path, found.why.empty() ? "" : ": ",
                        found.why),
            kIndexHint};
  }
  return {ErrorCode::database_missing, fmt::format("the database at {} was never finished", path),
          "run gisa-index again; it starts over by itself"};
}

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Shard::Shard(std::string address, const ServerPatience& patience) : address_(std::move(address)) {
  open(patience);
}

bool Shard::is_remote() const { return address_.starts_with(kRemote); }

Shard::Shard(std::string address, const std::filesystem::path& tables)
    : address_(std::move(address)), tables_(tables) {
  guarded(address_, Access::read, [&] { database_ = open_tables(tables_); });
  identity_ = identity(tables_);
  load();
}

void Shard::open(const ServerPatience& patience) {
  if (is_remote()) {
    open_server(patience);
  } else {
    open_folder();
  }
  opened_ = Clock::now();
  load();
}

void Shard::open_folder() {
  for (int attempt = 1;; ++attempt) {
    const DatabaseFolder found = look_into(address_);
    try {
      if (found.current.empty()) throw no_database(address_, found);
      const std::string identity_before = identity(found.current);
      guarded(address_, Access::read, [&] { database_ = open_tables(found.current); });
      tables_ = found.current;
      identity_ = identity_before;
      return;
    } catch (const Error& error) {
      // A writer may have published since the look at the stub, twice even.
      const bool settled = error.code() != ErrorCode::database_damaged ||
                           (attempt > 1 && current_tables(address_) == found.current);
      if (attempt == kTries || settled) throw;
    }
  }
}

void Shard::open_server(const ServerPatience& patience) {
  const std::string_view place = std::string_view(address_).substr(kRemote.size());
  const std::size_t colon = place.rfind(':');
  const int port = colon == std::string_view::npos ? 0 : number_in(place.substr(colon + 1));
  if (port <= 0 || port > 65'535 || colon == 0) {
    throw Error(ErrorCode::usage, fmt::format("{} is no server's address", address_),
                "as in --db tcp:archive.example:7000");
  }
  database_ =
      connect(address_, std::string(place.substr(0, colon)), static_cast<unsigned>(port), patience);
  answer_patience_ = patience.answer;
}

void Shard::load() {
  const auto stored = [this](std::string_view key) { return asked([&] { return metadata(key); }); };
  const int version = number_in(stored(schema::kVersionKey));
  if (version == 0) {
    throw Error(ErrorCode::database_foreign, fmt::format("{} is not a gisa database", address_),
                kIndexHint);
  }
  const std::string analyzer = stored(schema::kAnalyzerKey);
  analyzer_ = Analyzer::find(analyzer);
  const bool is_known = version >= schema::kOldestVersion && version <= schema::kVersion;
  if (!is_known || analyzer_ == nullptr) {
    throw Error(
        ErrorCode::database_foreign,
        fmt::format("the database at {} was made by another gisa (schema {}, analyzer {}); "
                    "this one knows schema {}, analyzer {}",
                    address_, version, analyzer, schema::kVersion, Analyzer::current().name()),
        fmt::format("use that gisa, or index the files again: gisa-index --rebuild --db {} SOURCE",
                    is_remote() ? "DIR" : address_));
  }
  if (!is_remote()) {
    const Xapian::rev revision = database_.get_revision();
    snapshot_ = fmt::format("{}\n{}\n{}", tables_.string(), identity_, revision);
    postings_ = glass::PostingTable::open(tables_, identity_, static_cast<std::uint32_t>(revision));
  }
  deleted_ = DeletedPassages::decode(stored(schema::kDeletedKey));
  unpacker_ = RecordUnpacker(stored(schema::kDictionaryKey));
}

std::string Shard::metadata(std::string_view key) const {
  return database_.get_metadata(std::string(key));
}

LexiconTable Shard::lexicon() const {
  return decode_lexicon_table([this](std::size_t i) { return metadata(schema::lexicon_key(i)); });
}

// Another generation was published, or other tables took the place of these.
bool Shard::was_replaced() const {
  const std::filesystem::path now = current_tables(address_);
  return now != tables_ || identity(now) != identity_;
}

bool Shard::has(const ServerPatience& patience) const {
  return !is_remote() || answer_patience_ == patience.answer;
}

bool Shard::refresh(const ServerPatience& patience) {
  const bool anew =
      is_remote() ? Clock::now() - opened_ > kReconnectAfter || !has(patience) : was_replaced();
  if (anew) {
    open(patience);
    return true;
  }
  if (!asked([&] { return database_.reopen(); })) return false;
  load();
  return true;
}

}  // namespace gisa
