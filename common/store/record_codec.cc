#include "common/store/record_codec.h"

#include <zdict.h>
#include <zstd.h>

#include <new>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr int kLevel = 3;
constexpr std::size_t kDictionaryBytes = 112 << 10;  // more gains little (docs/performance.md)

// From fewer bytes a dictionary learns little, and would weigh more than it saves.
constexpr std::size_t kLeastSample = 10 * kDictionaryBytes;

// A passage takes some kilobytes; what is made to unpack to more must not ask for memory.
constexpr std::size_t kLongestRecord = std::size_t{4} << 20;

[[noreturn]] void fail_damaged() {
  throw Error(ErrorCode::database_damaged, "a stored passage cannot be unpacked",
              "index again: gisa-index --rebuild --db DIR SOURCE");
}

// Bit 2 of the byte behind the magic number (RFC 8878, 3.1.1.1.1).
bool has_checksum(std::string_view frame) {
  constexpr std::size_t kDescriptor = 4;
  return frame.size() > kDescriptor && (static_cast<unsigned char>(frame[kDescriptor]) & 4) != 0;
}

}  // namespace

std::string train_dictionary(const std::vector<std::string>& samples) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  if (all.size() < kLeastSample) return {};
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(),
                                                 sizes.data(), static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size)) return {};
  dictionary.resize(size);
  return dictionary;
}

void FreePacker::operator()(ZSTD_CCtx_s* packer) const { ZSTD_freeCCtx(packer); }

void FreeUnpacker::operator()(ZSTD_DCtx_s* unpacker) const { ZSTD_freeDCtx(unpacker); }

RecordPacker::RecordPacker(std::string_view dictionary) : packer_(ZSTD_createCCtx()) {
  if (!packer_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(packer_.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(packer_.get(), ZSTD_c_checksumFlag, 1);
  if (ZSTD_isError(ZSTD_CCtx_loadDictionary(packer_.get(), dictionary.data(), dictionary.size()))) {
    fail_damaged();
  }
}

std::string RecordPacker::pack(std::string_view record) {
  if (record.size() > kLongestRecord) {
    throw Error(ErrorCode::input, "an article has a title or another field of more than 4 MB",
                "leave it out");
  }
  std::string packed(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(packer_.get(), packed.data(), packed.size(), record.data(), record.size());
  if (ZSTD_isError(size)) throw Error(ErrorCode::internal, ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

RecordUnpacker::RecordUnpacker(std::string_view dictionary) : unpacker_(ZSTD_createDCtx()) {
  if (!unpacker_) throw std::bad_alloc();
  if (ZSTD_isError(
          ZSTD_DCtx_loadDictionary(unpacker_.get(), dictionary.data(), dictionary.size()))) {
    fail_damaged();
  }
}

std::string RecordUnpacker::unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > kLongestRecord) fail_damaged();  // an error, or unknown, is a very large number
  if (!has_checksum(packed)) fail_damaged();  // the bit that says so is not under it
  std::string record(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(unpacker_.get(), record.data(), record.size(),
                                              packed.data(), packed.size());
  if (ZSTD_isError(got) || got != record.size()) fail_damaged();
  return record;
}

}  // namespace gisa
