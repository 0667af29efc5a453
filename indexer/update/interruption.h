#pragma once

namespace gisa {

// While one lives, SIGINT and SIGTERM no longer end the process but are remembered; a second one
// ends it as usual. One at a time in a process.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // The signal that came, or 0. Any thread.
  int signal() const;
};

}  // namespace gisa
