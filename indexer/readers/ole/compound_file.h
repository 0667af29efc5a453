#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// A compound file ([MS-CFB], also called OLE2): storages and streams as folders and files, in
// sectors that a table (FAT) chains. Whatever its bytes are, nothing beyond them is read, a chain
// that runs in a circle ends, and the tables held take no more memory than the bytes.
class CompoundFile {
 public:
  using Entry = std::uint32_t;  // its place in the directory
  static constexpr Entry kRoot = 0;

  // The directory is read up to here; no document has more.
  static constexpr std::size_t kMostEntries = 1 << 16;

  // True if `bytes` begin with the signature of a compound file.
  static bool is_one(std::string_view bytes);

  // `bytes` outlive this. Throws Error (input) if they are too few or too damaged for a directory.
  explicit CompoundFile(std::string_view bytes);

  // What lies in a storage, by name. Of a name, only its ASCII is kept; others become `?`.
  std::map<std::string, Entry> entries_of(Entry storage) const;

  struct Stream {
    std::string bytes;
    bool is_whole = false;  // false: it is longer than was asked for, or the file is damaged
  };
  // No more than the first `most` bytes of a stream.
  Stream read(Entry stream, std::size_t most) const;

 private:
  using Sector = std::uint32_t;

  // The sectors from `first` on as `table` chains them, at most `most`; up to the first that is out
  // of the file, or was met before.
  std::vector<Sector> chain(const std::vector<Sector>& table, Sector first, std::size_t count,
                            std::size_t most) const;
  std::string_view sector(Sector number) const;
  std::string_view entry(Entry number) const;
  void read_fat();
  std::vector<Sector> numbers_in(const std::vector<Sector>& sectors) const;

  std::string_view bytes_;
  std::size_t sector_size_;
  std::size_t sector_count_;
  std::vector<Sector> fat_;
  std::vector<Sector> mini_fat_;
  std::vector<Sector> mini_stream_;  // the sectors that the small streams lie in
  std::vector<Sector> directory_;
};

}  // namespace gisa
