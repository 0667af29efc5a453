#include "tests/support/gzip.h"

#include <cstdint>

namespace gisa::test {

namespace {

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

void put_little_endian(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
}

}  // namespace

std::string gzipped(std::string_view bytes) {
  constexpr std::size_t kBlock = 0xFFFF;
  std::string out("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF", 10);
  for (std::size_t at = 0; at == 0 || at < bytes.size(); at += kBlock) {
    const std::string_view block = bytes.substr(at, kBlock);
    out += at + block.size() >= bytes.size() ? '\x01' : '\x00';
    const auto length = static_cast<std::uint32_t>(block.size());
    put_little_endian(out, length, 2);
    put_little_endian(out, ~length, 2);
    out += block;
  }
  put_little_endian(out, crc32(bytes), 4);
  put_little_endian(out, static_cast<std::uint32_t>(bytes.size()), 4);
  return out;
}

}  // namespace gisa::test
