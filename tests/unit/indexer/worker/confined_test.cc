#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ostream>
#include <string>

#include "indexer/worker/sandbox.h"

// What a process can still do behind confine(), tried in one of its own.
namespace gisa {
namespace {

constexpr int kNoSandbox = 77;

constexpr const char* kReadable = "/usr/share";

// 1 if `attempt()` succeeds in a confined process, 0 if it fails.
int tried(const char* folder, bool (*attempt)()) {
  const pid_t child = fork();
  if (child == 0) {
    limit_resources();
    if (!confine(folder).empty()) _exit(kNoSandbox);
    _exit(attempt() ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

bool opens(const char* path, int flags) { return open(path, flags | O_CLOEXEC, 0600) >= 0; }

struct Attempt {
  const char* what;
  bool (*attempt)();
};

std::ostream& operator<<(std::ostream& out, const Attempt& attempt) { return out << attempt.what; }

class Confined : public ::testing::TestWithParam<Attempt> {};

TEST_P(Confined, CannotReachOutside) {
  ASSERT_TRUE(GetParam().attempt()) << "it can be done at all";
  for (const char* const folder : {kReadable, static_cast<const char*>(nullptr)}) {
    const int result = tried(folder, GetParam().attempt);
    if (result == kNoSandbox) GTEST_SKIP() << "no seccomp here";
    EXPECT_EQ(result, 0);
  }
}

const Attempt kAttempts[] = {
    {"read a file", [] { return opens("/etc/passwd", O_RDONLY); }},
    {"list a folder", [] { return opens("/", O_RDONLY | O_DIRECTORY); }},
    {"write a file", [] { return opens("/dev/null", O_WRONLY); }},
    {"make a file",
     [] {
       const std::string path = ::testing::TempDir() + "made" + std::to_string(getpid());
       const bool made = opens(path.c_str(), O_CREAT | O_RDWR);
       if (made) unlink(path.c_str());
       return made;
     }},
    {"open a socket", [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    {"open a socket of this machine", [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"start a process",
     [] {
       const pid_t child = fork();
       if (child == 0) _exit(0);
       return child > 0 && waitpid(child, nullptr, 0) == child;
     }},
    {"execute a program",
     [] {
       const char* const arguments[] = {"true", nullptr};
       pid_t child = 0;
       return posix_spawn(&child, "/bin/true", nullptr, nullptr, const_cast<char**>(arguments),
                          environ) == 0 &&
              waitpid(child, nullptr, 0) == child;
     }},
    {"signal its parent", [] { return kill(getppid(), 0) == 0; }},
    {"map memory to execute",
     [] {
       return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
              MAP_FAILED;
     }},
    {"change a limit",
     [] {
       rlimit limit = {};
       return getrlimit(RLIMIT_NOFILE, &limit) == 0 && setrlimit(RLIMIT_NOFILE, &limit) == 0;
     }},
};

INSTANTIATE_TEST_SUITE_P(Attempts, Confined, ::testing::ValuesIn(kAttempts), [](const auto& row) {
  std::string name = row.param.what;
  for (char& c : name) c = c == ' ' ? '_' : c;
  return name;
});

TEST(ConfinedProcess, CanComputeAndAnswer) {
  const int result = tried(kReadable, [] {
    const std::string much(10'000'000, 'a');
    return much.size() == 10'000'000 && fcntl(STDOUT_FILENO, F_GETFL) >= 0;
  });
  if (result == kNoSandbox) GTEST_SKIP() << "no seccomp here";
  EXPECT_EQ(result, 1);
}

}  // namespace
}  // namespace gisa
