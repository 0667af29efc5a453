#include "tests/crash/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/support/temp_folder.h"

namespace gisa::test {

namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

int spawn(const std::vector<std::string>& command, const std::vector<std::string>& environment,
          const std::string& out, const std::string& err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), kFlags, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), kFlags, 0600);
  std::vector<std::string> all = environment;
  for (char** variable = environ; *variable != nullptr; ++variable) all.emplace_back(*variable);
  pid_t process = 0;
  const int failed = posix_spawn(&process, command.front().c_str(), &actions, nullptr,
                                 pointers(command).data(), pointers(all).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot run " + command.front());
  return process;
}

}  // namespace

Ended run_program(const std::vector<std::string>& command,
                  const std::vector<std::string>& environment) {
  const TempFolder folder;
  const std::string out = folder.path() / "out";
  const std::string err = folder.path() / "err";
  Ended ended;
  ended.status = wait_for(spawn(command, environment, out, err), &ended.peak_kilobytes);
  ended.out = read_bytes(out);
  ended.err = read_bytes(err);
  return ended;
}

int start_program(const std::vector<std::string>& command) {
  return spawn(command, {}, "/dev/null", "/dev/null");
}

int wait_for(int process, long* peak_kilobytes) {
  int status = 0;
  rusage used{};
  while (wait4(process, &status, 0, &used) < 0) {
  }
  if (peak_kilobytes != nullptr) *peak_kilobytes = used.ru_maxrss;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::vector<std::string> with_fault(const std::string& fault, const std::string& log) {
  // A sanitizer wants to be the first library; the fault must come before it.
  return {"LD_PRELOAD=" GISA_FAULT_LIBRARY, "GISA_FAULT=" + fault, "GISA_FAULT_LOG=" + log,
          "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0"};
}

}  // namespace gisa::test
