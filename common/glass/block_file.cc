#include "common/glass/block_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace gisa::glass {

BlockFile::BlockFile(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}

BlockFile::~BlockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint64_t BlockFile::bytes() const {
  struct stat status = {};
  return ::fstat(descriptor_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

bool BlockFile::read(std::span<unsigned char> block, std::uint32_t number) const {
  std::uint64_t at = std::uint64_t{number} * block.size();
  while (!block.empty()) {
    const ssize_t read = ::pread(descriptor_, block.data(), block.size(), static_cast<off_t>(at));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return false;
    block = block.subspan(static_cast<std::size_t>(read));
    at += static_cast<std::uint64_t>(read);
  }
  return true;
}

}  // namespace gisa::glass
