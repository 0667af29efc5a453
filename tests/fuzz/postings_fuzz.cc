#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "common/glass/posting_table.h"
#include "tests/fuzz/check.h"

namespace {

constexpr std::uint32_t kBlock = 2048;

// The table's file, written anew for each input and gone with the process.
class TableFile {
 public:
  TableFile() {
    char name[] = "/tmp/gisa-postings-XXXXXX";
    if (::mkdtemp(name) == nullptr) std::abort();
    folder_ = name;
  }
  ~TableFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path write(const std::uint8_t* data, std::size_t size) const {
    const auto path = folder_ / "postlist.glass";
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return path;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace

// The first two bytes are the root's level and number, the others the blocks.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TableFile file;
  if (size < 2) return 0;
  gisa::glass::TableRoot root;
  root.has_blocks = true;
  root.level = data[0] % 4;
  root.block = data[1];
  root.block_size = kBlock;
  const gisa::glass::PostingTable table(file.write(data + 2, size - 2), root, 1u << 24);
  for (const char* term : {"a", "시장", "zz"}) {
    std::uint32_t before = 0;
    table.read(term, [&](const gisa::glass::PostingChunk& chunk) {
      const auto add = [&](std::uint32_t document, std::uint32_t) {
        CHECK(document > before);
        before = document;
      };
      const auto add_four = [&](std::uint32_t document, gisa::glass::Four distances,
                                gisa::glass::Four) {
        CHECK(document == before);
        for (unsigned bits = 0; bits < 64; bits += 16)
          add(document + (distances >> bits & 0xffff), 1);
        CHECK(before <= chunk.last);
        return true;
      };
      return gisa::glass::for_each_posting(chunk, add, add_four);
    });
  }
  return 0;
}
