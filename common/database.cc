#include "common/database.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <thread>

#include "common/generation.h"
#include "common/schema.h"

namespace gisa {

namespace {

// How often a snapshot is taken anew before a reader gives up.
constexpr int kTries = 40;

constexpr const char* kIndexHint = "make one with: gisa-index --db DIR SOURCE";

void require_a_database(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    throw Error(ErrorCode::database_missing, fmt::format("there is no database at {}", path),
                kIndexHint);
  }
  if (!fs::is_directory(path, ignored)) {
    throw Error(ErrorCode::database_foreign, fmt::format("{} is not a database folder", path),
                kIndexHint);
  }
  switch (inspect_folder(path)) {
    case FolderState::published: return;
    case FolderState::unfinished:
    case FolderState::empty:
      throw Error(ErrorCode::database_missing,
                  fmt::format("the database at {} was never finished", path),
                  "run gisa-index again; it starts over by itself");
    case FolderState::foreign:
      throw Error(ErrorCode::database_foreign, fmt::format("{} is not a gisa database", path),
                  kIndexHint);
  }
}

}  // namespace

Error translated(const Xapian::Error& error, const std::string& path, Access access) {
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") {
    return {ErrorCode::database_busy, fmt::format("another program is writing to {}", path),
            "wait until it has finished"};
  }
  // Xapian names the kind of a damage, and the failed system call of a plain DatabaseError.
  const bool plain = type == "DatabaseError" || type == "DatabaseCreateError";
  if (plain && access == Access::write) {
    const char* const cause = error.get_error_string();
    return {ErrorCode::output,
            fmt::format("the database at {} cannot be written{}{}", path, cause ? ": " : "",
                        cause ? cause : ""),
            "look at free space and permissions there"};
  }
  if (plain || type.starts_with("Database") || type == "FeatureUnavailableError" ||
      type == "SerialisationError" || type == "DocNotFoundError") {
    return {
        ErrorCode::database_damaged, fmt::format("the database at {} cannot be read", path),
        fmt::format("look at its permissions, or index again: gisa-index --rebuild --db {} SOURCE",
                    path)};
  }
  return {ErrorCode::internal,
          fmt::format("the search library refused a request at {} ({})", path, type),
          "please report this with the command you ran"};
}

Database::Database(const std::string& path) : path_(path) {
  require_a_database(path);
  open();
  check_stamps();
  load();
}

void Database::load() {
  retired_ = RetiredPassages::decode(metadata(schema::kRetiredKey));
  codec_ = RecordCodec(metadata(schema::kDictionaryKey));
}

StoredPassage Database::passage(Xapian::docid id) {
  return decode_passage(codec_.unpack(read([&](Xapian::Database& db) {
    return db.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
  })));
}

void Database::open() {
  guarded(path_, Access::read, [&] {
    for (int attempt = 1;; ++attempt) {
      const auto generation = published_generation(path_);
      try {
        database_ = Xapian::Database(path_);
        generation_ = generation;
        return;
      } catch (const Xapian::DatabaseError&) {
        // Between the look at the stub and at its generation a writer may have published twice.
        if (attempt == kTries || published_generation(path_) == generation) throw;
      }
    }
  });
}

bool Database::refresh() {
  if (published_generation(path_) != generation_) {
    require_a_database(path_);
    open();
    check_stamps();
  } else if (!guarded(path_, Access::read, [&] { return database_.reopen(); })) {
    return false;
  }
  load();
  return true;
}

void Database::renew(int attempt) {
  if (attempt == kTries) {
    throw Error(ErrorCode::database_busy,
                fmt::format("{} changes faster than it can be read", path_),
                "search again when gisa-index has finished");
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(attempt));
  open();
  load();
}

std::string Database::metadata(std::string_view key) {
  return read([&](Xapian::Database& db) { return db.get_metadata(std::string(key)); });
}

void Database::check_stamps() {
  const std::string version = metadata(schema::kVersionKey);
  int number = 0;
  std::from_chars(version.data(), version.data() + version.size(), number);
  if (number == 0) {
    throw Error(ErrorCode::database_foreign, fmt::format("{} is not a gisa database", path_),
                kIndexHint);
  }
  const std::string analyzer = metadata(schema::kAnalyzerKey);
  analyzer_ = Analyzer::find(analyzer);
  if (number != schema::kVersion || analyzer_ == nullptr) {
    throw Error(ErrorCode::database_foreign,
                fmt::format("the database at {} was made by another gisa (schema {}, analyzer {}); "
                            "this one knows schema {}, analyzer {}",
                            path_, number, analyzer, schema::kVersion, Analyzer::current().name()),
                "use that gisa, or index again: gisa-index --rebuild --db DIR SOURCE");
  }
}

void stamp(Xapian::WritableDatabase& database, const Analyzer& analyzer) {
  database.set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kVersion));
  database.set_metadata(std::string(schema::kAnalyzerKey), std::string(analyzer.name()));
}

}  // namespace gisa
