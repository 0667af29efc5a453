#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/source/byte_stream.h"

struct archive;

namespace gisa {

// What a packed stream may be.
enum class Packing { none, compressed, archive, office };

// Told by the first bytes. A document (xlsx, docx, hwpx, odt, epub) is a zip whose first member is
// one that such documents begin with, or that has a member near its beginning that only they have;
// else one that is called so by `name`.
Packing packing_of(ByteStream& bytes, std::string_view name);

// The members of a packed stream, one after the other, as libarchive unpacks them. One that is only
// compressed (gz, bz2, xz, zst) has one member without a name.
class ArchiveStream {
 public:
  // `packed` outlives this. Throws Error (input) if the packing cannot be read.
  ArchiveStream(ByteStream& packed, Packing packing);
  ~ArchiveStream();
  ArchiveStream(const ArchiveStream&) = delete;
  ArchiveStream& operator=(const ArchiveStream&) = delete;

  // Goes to the next regular file; false at the end. Throws Error (input) if there is damage.
  bool next_member();

  // Its path in the archive, valid UTF-8 in NFC; of several members with one name the second has
  // " (2)" behind it.
  const std::string& name() const { return name_; }

  // The next bytes of the member: see NextBlock.
  std::string_view next_block();

  // How many packings libarchive takes off in one go: 2 for a .gz.gz.
  int layers() const;

 private:
  struct Close {
    void operator()(archive* handle) const;
  };
  static long read_packed(archive* handle, void* self, const void** block);
  [[noreturn]] void throw_failure();
  void make_name_unique();

  ByteStream& packed_;
  const bool compressed_;
  bool begun_ = false;
  bool empty_ = false;        // compressed, and nothing is in it
  std::exception_ptr cause_;  // thrown by packed_ while libarchive read it
  std::unique_ptr<archive, Close> archive_;
  std::string name_;
  std::unordered_map<std::size_t, std::uint32_t> names_;  // hashes of those met, and how often
  std::string block_;
};

}  // namespace gisa
