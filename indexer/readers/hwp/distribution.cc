#include "indexer/readers/hwp/distribution.h"

#include <cstdint>

#include "indexer/readers/hwp/aes128.h"
#include "indexer/readers/hwp/record.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kSeedBlock = 256;
constexpr std::size_t kSeed = 4;  // its first bytes
constexpr std::size_t kKey = 16;

// rand() of Microsoft's C library.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::uint32_t next() {
    state_ = state_ * 214013 + 2531011;
    return state_ >> 16 & 0x7FFF;
  }

 private:
  std::uint32_t state_;
};

// The block is covered by runs of a random byte, each of a random length up to 16.
std::string uncovered(std::string_view block) {
  std::string out(block);
  Random random(little_endian<std::uint32_t>(block, 0));
  std::uint32_t byte = 0;
  std::uint32_t left = 0;
  for (std::size_t i = 0; i < out.size(); ++i, --left) {
    if (left == 0) {
      byte = random.next() & 0xFF;
      left = (random.next() & 0xF) + 1;
    }
    if (i >= kSeed) out[i] = static_cast<char>(static_cast<unsigned char>(out[i]) ^ byte);
  }
  return out;
}

}  // namespace

std::optional<std::string> decipher_distribution(std::string_view stream) {
  HwpRecords records(stream);
  const auto first = records.next();
  if (!first || first->tag != HwpRecord::distribute_doc_data || first->data.size() < kSeedBlock) {
    return std::nullopt;
  }
  const std::string block = uncovered(first->data.substr(0, kSeedBlock));
  const std::size_t at = kSeed + (static_cast<unsigned char>(block[0]) & 0xF);
  return decipher_aes128(records.rest(), std::string_view(block).substr(at, kKey));
}

}  // namespace gisa
