#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "indexer/worker/frame.h"

namespace gisa {

// A helper program that runs until this object goes; then it is killed. Its standard input and
// output are one socket, its standard error goes nowhere; it has no other file of this process, and
// hears no signal of its terminal.
class WorkerProcess {
 public:
  // Throws Error (input) if the program cannot be started.
  explicit WorkerProcess(const std::vector<std::string>& command);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  FrameSocket& socket() { return frames_; }

  // How it ended, when it has closed the socket: `was killed by signal 11`, `ended with
  // status 1`. Waits a second for that.
  std::string how_it_ended();

 private:
  int socket_ = -1;
  pid_t process_ = -1;
  FrameSocket frames_{-1};
};

}  // namespace gisa
