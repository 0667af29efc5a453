#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace gisa::glass {

// The file of a table, open for reading; blocks are read as they are. Any thread.
class BlockFile {
 public:
  // A file that cannot be opened, or is a link, has no blocks.
  explicit BlockFile(const std::filesystem::path& path);
  ~BlockFile();
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;

  std::uint64_t bytes() const;

  // Fills `block`, which is as long as the blocks are. False if the file has not as much.
  bool read(std::span<unsigned char> block, std::uint32_t number) const;

 private:
  const int descriptor_;
};

}  // namespace gisa::glass
