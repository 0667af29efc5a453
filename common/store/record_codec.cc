#include "common/store/record_codec.h"

#include <zdict.h>
#include <zstd.h>

#include <utility>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr int kLevel = 3;
constexpr std::size_t kDictionaryBytes = 112 << 10;  // more gains little (docs/performance.md)

// From fewer bytes a dictionary learns little, and would weigh more than it saves.
constexpr std::size_t kLeastSample = 10 * kDictionaryBytes;

// A passage takes some kilobytes; what is made to unpack to more must not ask for memory.
constexpr std::size_t kLongestRecord = std::size_t{4} << 20;

template <typename T, std::size_t (*release)(T*)>
struct Release {
  void operator()(T* handle) const { release(handle); }
};

template <typename T, std::size_t (*release)(T*)>
using Handle = std::unique_ptr<T, Release<T, release>>;

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

struct RecordCodec::State {
  const std::string dictionary;
  Handle<ZSTD_CCtx, ZSTD_freeCCtx> packer;  // made when it is needed: a search packs nothing
  Handle<ZSTD_DCtx, ZSTD_freeDCtx> unpacker{ZSTD_createDCtx()};

  ZSTD_CCtx* make_packer() {
    packer.reset(ZSTD_createCCtx());
    if (!packer) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(packer.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(packer.get(), ZSTD_c_checksumFlag, 1);
    if (ZSTD_isError(
            ZSTD_CCtx_loadDictionary(packer.get(), dictionary.data(), dictionary.size()))) {
      fail_damaged();
    }
    return packer.get();
  }
};

std::string RecordCodec::train(const std::vector<std::string>& samples) {
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

RecordCodec::RecordCodec(std::string dictionary) : state_(new State{std::move(dictionary), {}}) {
  if (!state_->unpacker) throw std::bad_alloc();
  const std::string& kept = state_->dictionary;
  if (ZSTD_isError(ZSTD_DCtx_loadDictionary(state_->unpacker.get(), kept.data(), kept.size()))) {
    fail_damaged();
  }
}

RecordCodec::~RecordCodec() = default;
RecordCodec::RecordCodec(RecordCodec&&) noexcept = default;
RecordCodec& RecordCodec::operator=(RecordCodec&&) noexcept = default;

std::string RecordCodec::pack(std::string_view record) {
  if (record.size() > kLongestRecord) {
    throw Error(ErrorCode::input, "an article has a title or another field of more than 4 MB",
                "leave it out");
  }
  std::string packed(ZSTD_compressBound(record.size()), '\0');
  ZSTD_CCtx* const packer = state_->packer ? state_->packer.get() : state_->make_packer();
  const std::size_t size =
      ZSTD_compress2(packer, packed.data(), packed.size(), record.data(), record.size());
  if (ZSTD_isError(size)) throw Error(ErrorCode::internal, ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

std::string RecordCodec::unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > kLongestRecord) fail_damaged();  // an error, or unknown, is a very large number
  if (!has_checksum(packed)) fail_damaged();  // the bit that says so is not under it
  std::string record(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(state_->unpacker.get(), record.data(), record.size(),
                                              packed.data(), packed.size());
  if (ZSTD_isError(got) || got != record.size()) fail_damaged();
  return record;
}

}  // namespace gisa
