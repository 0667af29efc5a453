#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the version file (iamglass) of a database says of its tables (xapian-core 1.4, format of 14
// March 2016).
namespace gisa::glass {

// Its name.
inline constexpr const char* kVersionFile = "iamglass";

// Its bytes; nothing if there is no such file in the folder.
std::optional<std::string> read_version_file(const std::filesystem::path& tables);

// What it begins with in that format.
std::string format_mark();

// Where the list of free blocks begins or ends: a byte of a block.
struct ListEnd {
  std::uint32_t block = 0;
  std::uint32_t byte = 0;

  bool operator==(const ListEnd&) const = default;
};

struct TableRoot {
  std::string name;                // of its file, without .glass
  bool has_blocks = false;         // false: the table is empty, its file may not be there
  std::uint32_t block = 0;         // the root's number
  std::uint32_t level = 0;         // the root's; leaves are of level 0
  std::uint32_t block_size = 0;    // bytes
  std::uint32_t first_unused = 0;  // blocks from this number on have never been used
  ListEnd free_begin;
  ListEnd free_end;
};

// The UUID that `bytes` name, 16 bytes, in whatever format; empty if they are too few.
std::string uuid_in(std::string_view bytes);

// A state of the tables.
struct Version {
  std::string uuid;  // of the database, whatever its state
  std::uint32_t revision = 0;
  std::vector<TableRoot> tables;
};

// Nothing if `bytes`, which begin with format_mark(), do not say it.
std::optional<Version> read_version(std::string_view bytes);

}  // namespace gisa::glass
