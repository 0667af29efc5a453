#include "common/glass/version_file.h"

#include <array>
#include <bit>

#include "common/store/plain_file.h"
#include "common/store/record.h"
#include "gisa/error.h"

namespace gisa::glass {

namespace {

constexpr unsigned kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr std::size_t kLongest = 1 << 16;  // that the file may be
constexpr std::size_t kUuidBytes = 16;
constexpr std::uint32_t kMostLevels = 10;

constexpr std::array kTables = {"postlist", "docdata",  "termlist",
                                "position", "spelling", "synonym"};

// A number that is no larger than `most`. Throws gisa::Error (database_damaged).
std::uint32_t number(RecordReader& record, std::uint32_t most = UINT32_MAX) {
  const std::uint64_t value = record.number();
  if (value > most) throw Error(ErrorCode::database_damaged, "a number that cannot be");
  return static_cast<std::uint32_t>(value);
}

// The free list's ends are counted in words of four bytes.
ListEnd read_end(RecordReader& record) {
  const std::uint32_t block = number(record);
  return {block, number(record, UINT16_MAX) * 4};
}

bool read_root(RecordReader& record, TableRoot& root) {
  root.block = number(record);
  const std::uint32_t level_and_flags = number(record);
  root.level = level_and_flags >> 2;
  root.has_blocks = (level_and_flags & 1) == 0;
  record.number();  // entries
  root.block_size = number(record, 32) << 11;
  number(record);  // tags from this size on are compressed
  const std::string_view free_list = record.string();
  if (root.level >= kMostLevels || !std::has_single_bit(root.block_size)) return false;
  if (free_list.empty()) return !root.has_blocks;
  RecordReader list(free_list, kVersionFile);
  number(list);  // revision
  root.first_unused = number(list);
  root.free_begin = read_end(list);
  root.free_end = read_end(list);
  return true;
}

}  // namespace

std::optional<std::string> read_version_file(const std::filesystem::path& tables) {
  return read_plain_file(tables / kVersionFile, kLongest, Links::refuse);
}

std::string format_mark() {
  std::string mark = "\x0f\x0dXapian Glass";
  mark += static_cast<char>(kFormat >> 8);
  mark += static_cast<char>(kFormat & 0xff);
  return mark;
}

std::string uuid_in(std::string_view bytes) {
  const std::size_t begin = format_mark().size();
  if (bytes.size() < begin + kUuidBytes) return {};
  return std::string(bytes.substr(begin, kUuidBytes));
}

std::optional<Version> read_version(std::string_view bytes) {
  Version version;
  version.uuid = uuid_in(bytes);
  if (version.uuid.empty()) return std::nullopt;
  try {
    RecordReader record(bytes.substr(format_mark().size() + kUuidBytes), kVersionFile);
    version.revision = number(record);
    for (const char* name : kTables) {
      TableRoot& root = version.tables.emplace_back();
      root.name = name;
      if (!read_root(record, root)) return std::nullopt;
    }
  } catch (const Error&) {
    return std::nullopt;
  }
  return version;
}

}  // namespace gisa::glass
