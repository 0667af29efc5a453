#include "searcher/cli/pager.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "common/text/width.h"
#include "gisa/error.h"

namespace gisa {

namespace {

bool fits(const std::string& text) {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
    return true;
  }
  // A row is left for the prompt of the shell.
  return display_rows(text, size.ws_col) < size.ws_row;
}

// Lets a signal pass without effect as long as it lives; not so in a program that is started.
class Deaf {
 public:
  explicit Deaf(int signal) : signal_(signal), before_(std::signal(signal, [](int) {})) {}
  ~Deaf() { std::signal(signal_, before_); }
  Deaf(const Deaf&) = delete;
  Deaf& operator=(const Deaf&) = delete;

 private:
  int signal_;
  void (*before_)(int);
};

}  // namespace

Pager::Pager(bool wanted) {
  if (!wanted || isatty(STDOUT_FILENO) == 0) return;
  const char* const named = std::getenv("PAGER");
  command_ = named ? named : "less -R";
  if (command_ == "cat") command_.clear();
  setenv("LESS", "R", 0);  // $PAGER may be a plain less
  setenv("LESSCHARSET", "utf-8", 0);
}

void Pager::show(const std::string& text) const {
  if (!pages() || fits(text)) {
    std::cout << text << std::flush;
    return;
  }
  std::cout.flush();
  // Ctrl-C is for the pager; one that is left early has seen enough.
  const Deaf interrupts(SIGINT);
  const Deaf closed_pipes(SIGPIPE);
  FILE* const pipe = popen(command_.c_str(), "w");
  if (pipe == nullptr) throw Error(ErrorCode::output, "cannot start the pager", "try --no-pager");
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = pclose(pipe);
  // The shell's status for a command that it cannot find or run.
  if (WIFEXITED(status) && (WEXITSTATUS(status) == 127 || WEXITSTATUS(status) == 126)) {
    std::cout << text << std::flush;
  }
}

}  // namespace gisa
