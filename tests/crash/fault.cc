// A library to preload into gisa-index: counts its calls that change files, and makes one of them
// go wrong. GISA_FAULT=KIND@N[,COUNTED]: at the N-th counted call
//   kill   write half of what was to be written, and die of SIGKILL
//   int, term   the same signal as from a terminal or a supervisor, and carry on
//   eio    fail once
//   enospc fail, and every later write, too: the disk is full
// COUNTED is `writes` (write, pwrite), `steps` (fsync, rename, unlink, mkdir) or, left out, both.
// GISA_FAULT_LOG names a file that gets a line when the fault strikes; with N = 0 it never does,
// and the line at the end says how many calls there were.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>

namespace {

enum Call { kWrite = 1, kStep = 2 };

struct Plan {
  char kind[16] = "";
  long at = 0;
  int counted = kWrite | kStep;
  Plan() {
    const char* const text = getenv("GISA_FAULT");
    char which[16] = "";
    if (text == nullptr || sscanf(text, "%15[a-z]@%ld,%15s", kind, &at, which) < 2) return;
    if (strcmp(which, "writes") == 0) counted = kWrite;
    if (strcmp(which, "steps") == 0) counted = kStep;
  }
  bool is(const char* name) const { return strcmp(kind, name) == 0; }
};

const Plan& plan() {
  static const Plan made;
  return made;
}

std::atomic<long> calls = 0;
std::atomic<bool> disk_full = false;

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void log_line(const char* call) {
  const char* const path = getenv("GISA_FAULT_LOG");
  if (path == nullptr) return;
  char line[64];
  const int length = snprintf(line, sizeof line, "%s %ld\n", call, calls.load());
  const int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  static auto* const real_write = real<ssize_t(int, const void*, size_t)>("write");
  if (fd >= 0 && real_write(fd, line, static_cast<size_t>(length)) > 0) close(fd);
}

// Counts a call. True if it is to fail, with errno set; `half` is done before dying.
template <typename Half>
bool strikes(Call call, const char* name, Half half) {
  if (disk_full && call == kWrite) {
    errno = ENOSPC;
    return true;
  }
  if ((plan().counted & call) == 0 || plan().kind[0] == '\0') return false;
  if (++calls != plan().at) return false;
  log_line(name);
  if (plan().is("kill")) {
    half();
    kill(getpid(), SIGKILL);
    while (true) pause();
  }
  if (plan().is("int") || plan().is("term")) {
    kill(getpid(), plan().is("int") ? SIGINT : SIGTERM);
    return false;
  }
  disk_full = plan().is("enospc");
  errno = plan().is("enospc") ? ENOSPC : EIO;
  return true;
}

bool strikes(Call call, const char* name) {
  return strikes(call, name, [] {});
}

struct Farewell {
  ~Farewell() {
    if (plan().kind[0] != '\0' && plan().at == 0) log_line("all");
  }
} farewell;

}  // namespace

extern "C" {

ssize_t write(int fd, const void* data, size_t size) {
  static auto* const next = real<ssize_t(int, const void*, size_t)>("write");
  if (fd > 2 && strikes(kWrite, "write", [&] { (void)!next(fd, data, size / 2); })) return -1;
  return next(fd, data, size);
}

ssize_t writev(int fd, const iovec* parts, int count) {
  static auto* const next = real<ssize_t(int, const iovec*, int)>("writev");
  if (fd > 2 && strikes(kWrite, "write")) return -1;
  return next(fd, parts, count);
}

ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
  static auto* const next = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (strikes(kWrite, "write", [&] { (void)!next(fd, data, size / 2, at); })) return -1;
  return next(fd, data, size, at);
}

ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
  return pwrite64(fd, data, size, at);
}

int fsync(int fd) {
  static auto* const next = real<int(int)>("fsync");
  return strikes(kStep, "fsync") ? -1 : next(fd);
}

int fdatasync(int fd) {
  static auto* const next = real<int(int)>("fdatasync");
  return strikes(kStep, "fsync") ? -1 : next(fd);
}

int rename(const char* from, const char* to) {
  static auto* const next = real<int(const char*, const char*)>("rename");
  return strikes(kStep, "rename") ? -1 : next(from, to);
}

int unlink(const char* path) {
  static auto* const next = real<int(const char*)>("unlink");
  return strikes(kStep, "unlink") ? -1 : next(path);
}

int unlinkat(int folder, const char* path, int flags) {
  static auto* const next = real<int(int, const char*, int)>("unlinkat");
  return strikes(kStep, "unlink") ? -1 : next(folder, path, flags);
}

int mkdir(const char* path, mode_t mode) {
  static auto* const next = real<int(const char*, mode_t)>("mkdir");
  return strikes(kStep, "mkdir") ? -1 : next(path, mode);
}
}
