#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace gisa {

// The stored records of one database are packed. They are short and alike, so a dictionary of what
// they have in common, made once for each database, packs them a third smaller than each by itself.

// A dictionary for records like `samples`; empty if they are too few to learn from.
std::string train_dictionary(const std::vector<std::string>& samples);

struct FreePacker {
  void operator()(ZSTD_CCtx_s* packer) const;
};

struct FreeUnpacker {
  void operator()(ZSTD_DCtx_s* unpacker) const;
};

// One thread at a time.
class RecordPacker {
 public:
  // `dictionary`: what train_dictionary() made for this database, or empty. It is copied.
  explicit RecordPacker(std::string_view dictionary = {});

  // Throws gisa::Error (input) if the record is longer than any is.
  std::string pack(std::string_view record);

 private:
  std::unique_ptr<ZSTD_CCtx_s, FreePacker> packer_;
};

// One thread at a time.
class RecordUnpacker {
 public:
  // As for RecordPacker.
  explicit RecordUnpacker(std::string_view dictionary = {});

  // Throws gisa::Error (database_damaged) if `packed` is not what was packed with this dictionary.
  std::string unpack(std::string_view packed);

 private:
  std::unique_ptr<ZSTD_DCtx_s, FreeUnpacker> unpacker_;
};

}  // namespace gisa
