#pragma once

#include <string>
#include <vector>

namespace gisa::test {

// How a program ended and what it printed.
struct Ended {
  int status = 0;  // as the shell has it: 128 + signal for a killed program
  std::string out;
  std::string err;
  long peak_kilobytes = 0;  // of its memory, or this process's when it started the program
};

// Runs a program to its end; `environment` (NAME=VALUE) is added to this one's.
Ended run_program(const std::vector<std::string>& command,
                  const std::vector<std::string>& environment = {});

// Starts a program whose output nobody reads.
int start_program(const std::vector<std::string>& command);

// Waits for its end; the status and the peak as above.
int wait_for(int process, long* peak_kilobytes = nullptr);

// What a fault of tests/crash/fault.cc adds to the environment.
std::vector<std::string> with_fault(const std::string& fault, const std::string& log);

}  // namespace gisa::test
