#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::glass {

// Writes one table of a glass database (xapian-core 1.4, backends/glass/glass_table.h) from front
// to back: a B-tree whose entries come in the order of their keys needs every block only once.
// Xapian::DatabaseError if the file cannot be written.
class TableWriter {
 public:
  // Creates the file `path`.
  explicit TableWriter(std::string path);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  // `key` of at most kLongestKey bytes, beyond all before. `compressed`: `tag` is a raw deflate
  // stream (RFC 1951) that Xapian is to inflate.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  // Writes what is left. Returns what the version file says of the table. Once.
  std::string finish();

  static constexpr std::size_t kLongestKey = 255;

 private:
  static constexpr std::size_t kBlock = 8192;

  // A block being filled: a directory from the front, items from the back.
  struct Block {
    std::array<unsigned char, kBlock> bytes;
    std::size_t directory_end;
    std::size_t items_begin;

    void clear();
    std::size_t room() const { return items_begin - directory_end; }
    void add(std::string_view item);
  };

  // The blocks of one height above the leaves.
  struct Level {
    Block block;
    std::string separator;  // key and component that part the block from the one before
  };

  void add_item(std::string_view key, unsigned component, std::string_view item);
  void add_block(std::size_t level, const std::string& separator, std::uint32_t number);
  std::uint32_t write(std::size_t level);

  const std::string path_;
  const int file_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
  std::vector<Level> levels_;
  std::string last_key_;
  std::string item_;
};

// What the version file says of a table that is not there.
std::string no_table();

}  // namespace gisa::glass
