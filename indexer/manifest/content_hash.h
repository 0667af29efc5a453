#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace gisa {

// The hash of a file's bytes as the manifest keeps it, never 0.
class ContentHash {
 public:
  ContentHash();
  void add(std::string_view bytes);
  std::uint64_t value() const { return hash_ == 0 ? 1 : hash_; }

 private:
  std::uint64_t hash_;
};

// Of the file at `path`; 0 if it cannot be read.
std::uint64_t content_hash(const std::filesystem::path& path);

}  // namespace gisa
