#include <cstdint>
#include <string_view>

#include "gisa/error.h"
#include "indexer/source/archive_stream.h"
#include "tests/fuzz/check.h"

namespace {

void unpack(gisa::ByteStream& bytes, int depth) {
  const gisa::Packing packing = gisa::packing_of(bytes, "file");
  if (packing == gisa::Packing::none || depth == 4) return;
  gisa::ArchiveStream archive(bytes, packing);
  while (archive.next_member()) {
    std::size_t unpacked = 0;
    gisa::ByteStream member([&] {
      const std::string_view block = archive.next_block();
      unpacked += block.size();
      return unpacked > 1 << 20 ? std::string_view() : block;
    });
    unpack(member, depth + 1);
    while (!member.next_block().empty()) {
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  gisa::ByteStream bytes([&] {
    const std::string_view block = rest.substr(0, 1000);
    rest.remove_prefix(block.size());
    return block;
  });
  try {
    unpack(bytes, 0);
  } catch (const gisa::Error& error) {
    CHECK(error.code() == gisa::ErrorCode::input);
  }
  return 0;
}
