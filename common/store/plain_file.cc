#include "common/store/plain_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace gisa {

namespace fs = std::filesystem;

namespace {

class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags)) {}
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  // Nothing if it is no regular file.
  std::optional<std::size_t> size() const {
    struct stat status;
    if (fd_ < 0 || ::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::size_t>(status.st_size);
  }

  // One byte more than `most` is enough to see that it is too long. `size`, which it had, is only
  // how much to ask for: it may grow, and files of /proc have none.
  std::optional<std::string> bytes(std::size_t size, std::size_t most) const {
    const std::size_t block = std::clamp(size + 1, kLeastBlock, kMostBlock);
    std::string all;
    while (all.size() <= most) {
      const std::size_t had = all.size();
      all.resize(std::min(most + 1, had + block));
      const ssize_t got = ::read(fd_, all.data() + had, all.size() - had);
      all.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (got == 0) return all;
      if (got < 0 && errno != EINTR) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kLeastBlock = 1 << 9;
  static constexpr std::size_t kMostBlock = 1 << 16;

  const int fd_;
};

fs::file_type type_of(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type();
}

}  // namespace

std::optional<std::string> read_plain_file(const fs::path& path, std::size_t most, Links links) {
  // A pipe is opened without waiting for its other end, and then seen to be one.
  const int follow = links == Links::refuse ? O_NOFOLLOW : 0;
  const OpenFile file(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | follow);
  const std::optional<std::size_t> size = file.size();
  if (!size) return std::nullopt;
  return file.bytes(*size, most);
}

bool is_plain_file(const fs::path& path) { return type_of(path) == fs::file_type::regular; }

bool is_real_folder(const fs::path& path) { return type_of(path) == fs::file_type::directory; }

}  // namespace gisa
