#include "indexer/source/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <set>

#include "gisa/error.h"

namespace gisa {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kRest = std::chrono::milliseconds(300);
constexpr auto kLongestBurst = std::chrono::seconds(3);
constexpr auto kRetry = std::chrono::seconds(1);
constexpr auto kLookForStop = std::chrono::milliseconds(200);

constexpr std::uint32_t kEvents = IN_CREATE | IN_DELETE | IN_CLOSE_WRITE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

class Watches {
 public:
  Watches() : fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (fd_ < 0) fail(errno);
  }
  ~Watches() { close(fd_); }
  Watches(const Watches&) = delete;
  Watches& operator=(const Watches&) = delete;

  // Watches every folder below `roots`, links followed as a run follows them; those watched already
  // stay so.
  void renew(const std::vector<std::string>& roots) {
    std::set<fs::path> seen;
    for (const std::string& root : roots) add_all(root, seen);
  }

  // Whether anything happened within `patience`; forgets what it was.
  bool changed(std::chrono::milliseconds patience) {
    pollfd waiting{fd_, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
    alignas(inotify_event) char events[1 << 14];
    while (read(fd_, events, sizeof events) > 0) {
    }
    return true;
  }

 private:
  void add_all(const fs::path& folder, std::set<fs::path>& seen) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !seen.insert(real).second) return;  // a link back up
    add(folder);
    if (!fs::is_directory(folder, error)) return;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
      std::error_code ignored;
      if (at->is_directory(ignored)) add_all(at->path(), seen);
    }
  }

  void add(const fs::path& path) {
    if (inotify_add_watch(fd_, path.c_str(), kEvents) >= 0) return;
    if (errno == ENOSPC || errno == ENOMEM) fail(errno);
  }

  [[noreturn]] static void fail(int error) {
    throw Error(ErrorCode::input,
                fmt::format("the system gives no more watches: {}",
                            error == ENOSPC ? "the limit is reached" : strerror(error)),
                "raise fs.inotify.max_user_watches, or run gisa-index from time to time");
  }

  int fd_;
};

}  // namespace

void watch(const std::vector<std::string>& roots, const std::function<bool()>& update,
           const std::function<bool()>& stopped) {
  Watches watches;
  while (!stopped()) {
    // First the watches, then the look: what comes between is seen by both.
    watches.renew(roots);
    const bool done = update();
    const auto again = Clock::now() + kRetry;
    while (!stopped() && !watches.changed(kLookForStop) && (done || Clock::now() < again)) {
    }
    const auto until = Clock::now() + kLongestBurst;
    while (!stopped() && Clock::now() < until && watches.changed(kRest)) {
    }
  }
}

}  // namespace gisa
