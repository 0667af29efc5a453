#include "indexer/worker/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#ifdef GISA_SECCOMP
#include <seccomp.h>
#endif

namespace gisa {

namespace {

void limit(__rlimit_resource_t resource, rlim_t most) {
  const rlimit both = {most, most};
  setrlimit(resource, &both);
}

// All that the first form of Landlock can forbid.
constexpr std::uint64_t kAllOfFiles = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

// Leaves only files below `folder` to be read, or none if that is a null pointer. False if the
// system has no Landlock.
bool leave_only(const char* folder) {
  landlock_ruleset_attr all = {};
  all.handled_access_fs = kAllOfFiles;
  // Without a third member, which later systems have; they go by the size.
  const long rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all.handled_access_fs, 0);
  if (rules < 0) return false;
  const int ruleset = static_cast<int>(rules);
  landlock_path_beneath_attr below = {};
  below.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  below.parent_fd = folder == nullptr ? -1 : open(folder, O_PATH | O_CLOEXEC);
  if (below.parent_fd >= 0) {
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
    close(below.parent_fd);
  }
  const bool holds = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return holds;
}

#ifdef GISA_SECCOMP

// What a program does that computes, and hands on what came out.
constexpr int kCalls[] = {
    SCMP_SYS(brk),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(close),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(getpid),
    SCMP_SYS(getrandom),
    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(madvise),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(pread64),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(recvfrom),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sendto),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(sigreturn),
    SCMP_SYS(time),
    SCMP_SYS(write),
    SCMP_SYS(writev),
};

// Reading a file once it is open; finding it takes these, too.
constexpr int kCallsOfFiles[] = {
    SCMP_SYS(fcntl),      SCMP_SYS(fcntl64),    SCMP_SYS(fstatfs),   SCMP_SYS(fstatfs64),
    SCMP_SYS(getdents64), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64), SCMP_SYS(stat),
    SCMP_SYS(stat64),     SCMP_SYS(statx),
};

bool allow(scmp_filter_ctx filter, int call) {
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
}

bool add_rules(scmp_filter_ctx filter, bool may_open) {
  for (const int call : kCalls) {
    if (!allow(filter, call)) return false;
  }
  // Nothing new is executed, and only this process can be signalled.
  const scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  const scmp_arg_cmp itself = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()));
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, no_code) != 0) return false;
  }
  if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, itself) != 0) return false;
  if (!may_open) return true;
  for (const int call : kCallsOfFiles) {
    if (!allow(filter, call)) return false;
  }
  constexpr scmp_datum_t kWrites =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const scmp_arg_cmp reads = SCMP_A2(SCMP_CMP_MASKED_EQ, kWrites, O_RDONLY);
  const scmp_arg_cmp reads_here = SCMP_A1(SCMP_CMP_MASKED_EQ, kWrites, O_RDONLY);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, reads) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, reads_here) == 0;
}

constexpr const char* kLack = "this system has no seccomp";

bool filter_calls(bool may_open) {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  const bool holds = add_rules(filter, may_open) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return holds;
}

#else

constexpr const char* kLack = "gisa was built without libseccomp";

bool filter_calls(bool) { return false; }

#endif

}  // namespace

void limit_resources() {
  constexpr rlim_t kMemory = rlim_t{1} << 30;  // of addresses: libraries take a tenth of it
  constexpr rlim_t kSeconds = 900;             // gisa-index replaces a worker before
  constexpr rlim_t kFiles = 64;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kFiles);
  limit(RLIMIT_CPU, kSeconds);
#ifndef GISA_SANITIZED  // a sanitizer maps terabytes
  limit(RLIMIT_AS, kMemory);
#else
  static_cast<void>(kMemory);
#endif
}

std::string confine(const char* folder) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool may_open = leave_only(folder) && folder != nullptr;
  return filter_calls(may_open) ? "" : kLack;
}

}  // namespace gisa
