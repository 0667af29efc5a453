#include "indexer/manifest/content_hash.h"

#include <fstream>
#include <string>

#include "common/database/schema.h"

namespace gisa {

ContentHash::ContentHash() : hash_(schema::hash("")) {}

void ContentHash::add(std::string_view bytes) { hash_ = schema::hash(bytes, hash_); }

std::uint64_t content_hash(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string block(1 << 16, '\0');
  ContentHash hash;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    hash.add(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
  }
  return in.eof() ? hash.value() : 0;
}

}  // namespace gisa
