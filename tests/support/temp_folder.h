#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gisa::test {

// A new empty folder, removed with all that is in it at the end of the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // The path that `name` has in it.
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  // Writes a file below the folder, making the folders on the way; returns its path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

// All bytes of a file; empty if there is none.
std::string read_bytes(const std::filesystem::path& path);

}  // namespace gisa::test
