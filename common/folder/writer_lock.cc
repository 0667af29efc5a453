#include "common/folder/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "common/folder/publishing.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

constexpr auto kInterval = std::chrono::milliseconds(50);

void make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    throw Error(ErrorCode::output, fmt::format("{} is a file, not a folder", folder.string()),
                "name another folder with --db");
  }
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder, error.value());
}

}  // namespace

WriterLock::WriterLock(const fs::path& folder, std::chrono::seconds patience)
    : process_(::getpid()) {
  make_folder(folder);
  const fs::path lock = folder / "gisa.lock";
  constexpr int kFlags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  fd_ = ::open(lock.c_str(), kFlags, 0666);
  if (fd_ < 0) throw cannot_write(lock, errno);
  try {
    take(folder, patience);
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

void WriterLock::take(const fs::path& folder, std::chrono::seconds patience) const {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= until) {
      throw Error(ErrorCode::database_busy,
                  fmt::format("another gisa-index is writing to {}", folder.string()),
                  "wait until it has finished, or let --wait SECONDS do so");
    }
    std::this_thread::sleep_for(kInterval);
  }
}

WriterLock::~WriterLock() { ::close(fd_); }

bool WriterLock::is_mine() const { return ::getpid() == process_; }

}  // namespace gisa
