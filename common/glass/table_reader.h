#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass/block_file.h"
#include "common/glass/version_file.h"

namespace gisa::glass {

// Reads the entries of a table in the order of their keys, in the state that `root` begins. A
// writer that goes on from that state takes its blocks for others after a while, and blocks may be
// damaged: the reader then stops where it is, and is not sound. One thread.
class TableReader {
 public:
  // Both must outlive the reader. `revision` is that of the state.
  TableReader(const BlockFile& file, const TableRoot& root, std::uint32_t revision);

  // Goes to the first entry whose key is `key` or behind it. False if there is none, or no
  // longer sound.
  bool seek(std::string_view key);

  // Goes to the next entry, after a call that returned true. False as above.
  bool next();

  // Of the entry, until the reader goes on.
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }

  bool is_sound() const { return is_sound_; }

 private:
  struct Level {
    std::vector<unsigned char> block;
    std::size_t items = 0;
    std::size_t item = 0;  // where the reader is
  };

  bool fail();
  bool load(std::size_t level, std::uint32_t number);
  bool enter(std::size_t level);
  bool descend(std::size_t level);
  bool descend(std::size_t level, std::string_view key);
  bool next_item();
  bool take_entry();

  const BlockFile& file_;
  const TableRoot& root_;
  const std::uint32_t revision_;
  std::vector<Level> levels_;  // the first one is that of the leaves
  bool is_sound_ = true;
  std::string key_;
  std::string_view tag_;
  std::string joined_;  // the tag of an entry of several items
};

}  // namespace gisa::glass
