#include "indexer/manifest/manifest.h"

#include <fmt/format.h>

#include <charconv>

#include "common/database/schema.h"
#include "common/store/record.h"

namespace gisa {

std::string encode(const FileEntry& entry) {
  std::string out;
  put_string(out, entry.path);
  put_number(out, entry.bytes);
  put_number(out, static_cast<std::uint64_t>(entry.modified));
  put_number(out, entry.content);
  put_number(out, entry.articles);
  put_number(out, entry.passages.first);
  put_number(out, entry.passages.count);
  put_number(out, entry.shares_with.size());
  for (const std::string& path : entry.shares_with) put_string(out, path);
  put_number(out, entry.problems.size());
  for (const Problem& problem : entry.problems) {
    put_string(out, problem.where());
    put_string(out, problem.what);
    put_number(out, problem.left_out ? 1 : 0);
    put_number(out, problem.record);
    put_number(out, problem.offset ? *problem.offset + 1 : 0);
  }
  put_number(out, entry.more_problems);
  put_number(out, entry.encodings.size());
  for (const std::string& name : entry.encodings) put_string(out, name);
  return out;
}

namespace {

[[noreturn]] void fail_damaged() {
  throw Error(ErrorCode::database_damaged, "the list of indexed files is damaged",
              "index again: gisa-index --rebuild --db DIR SOURCE");
}

// Without the number of the record.
std::string path_of(std::string where, std::uint64_t record) {
  const std::string number = fmt::format("#{}", record);
  if (record > 0 && where.ends_with(number)) where.resize(where.size() - number.size());
  return where;
}

}  // namespace

FileEntry decode_file_entry(std::string_view record) {
  RecordReader reader(record, "the list of indexed files");
  const auto number = [&] {
    const std::uint64_t number = reader.number();
    if (number > 0xffffffff) fail_damaged();
    return static_cast<std::uint32_t>(number);
  };
  FileEntry entry;
  entry.path = reader.string();
  entry.bytes = reader.number();
  entry.modified = static_cast<std::int64_t>(reader.number());
  entry.content = reader.number();
  entry.articles = number();
  entry.passages.first = number();
  entry.passages.count = number();
  if (entry.passages.count > 0xffffffff - entry.passages.first) fail_damaged();
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    entry.shares_with.emplace_back(reader.string());
  }
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    Problem& problem = entry.problems.emplace_back();
    std::string where(reader.string());
    problem.what = reader.string();
    problem.left_out = reader.number() != 0;
    problem.record = reader.number();
    problem.path = path_of(std::move(where), problem.record);
    if (const std::uint64_t offset = reader.number()) problem.offset = offset - 1;
  }
  entry.more_problems = number();
  if (entry.more_problems > 0 && entry.problems.empty()) fail_damaged();
  if (reader.at_end()) return entry;  // an older program's
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    entry.encodings.emplace(reader.string());
  }
  return entry;
}

std::string handed_over_path(std::string_view article_id) {
  return fmt::format("article:{}", article_id);
}

bool is_handed_over(std::string_view path) { return !path.starts_with('/'); }

std::string manifest_key(std::string_view path) {
  return fmt::format("{}{:016x}", schema::kFileKeys, schema::hash(path));
}

std::size_t article_count(Database& database) {
  const std::string text = database.metadata(schema::kArticlesKey);
  std::size_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (error == std::errc() && stop == end) return count;
  throw Error(
      ErrorCode::database_damaged,
      fmt::format("the database at {} does not say how many articles it has", database.path()),
      "index again: gisa-index --rebuild --db DIR SOURCE");
}

Manifest read_manifest(Database& database) {
  return database.read([](Xapian::Database& db) {
    Manifest manifest;
    const std::string prefix(schema::kFileKeys);
    for (auto key = db.metadata_keys_begin(prefix); key != db.metadata_keys_end(prefix); ++key) {
      FileEntry entry = decode_file_entry(db.get_metadata(*key));
      std::string path = entry.path;
      manifest.emplace(std::move(path), std::move(entry));
    }
    return manifest;
  });
}

}  // namespace gisa
