#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/byte_stream.h"
#include "indexer/worker/frame.h"

namespace gisa {

class WorkerProcess;

struct WorkerOptions {
  std::vector<std::string> command;                 // the program's path, and its arguments
  bool sandbox_required = false;                    // else a worker without one reads all the same
  std::chrono::milliseconds silence_limit{10'000};  // from one part of a file to the next
  std::chrono::milliseconds time_limit{60'000};     // for a file
  std::chrono::milliseconds lifetime{300'000};      // of work, then a worker is replaced
  std::uint64_t file_limit = std::uint64_t{128} << 20;  // bytes
};

// Processes that read files whose parsers are not gisa's, so that what goes wrong in one costs one
// file. They are started when they are needed, one a thread that reads, and used again. Any number
// of threads.
class WorkerPool {
 public:
  explicit WorkerPool(WorkerOptions options);
  ~WorkerPool();

  // Has `bytes` read, shows `take` the parts of what is in them, and returns what the worker says
  // of the whole; nothing if it was still at it when the time was over. Throws Error (input) if the
  // worker cannot be started, dies, says what is no answer, or says nothing for too long: it is
  // ended then; Error (usage) if it has no sandbox and one is required; and what `take` throws.
  std::optional<std::string> read(ByteStream& bytes,
                                  const std::function<void(std::string_view part)>& take);

  // What the sandbox of the workers lacks, in words; empty if nothing, or if none was started.
  std::string lack();

 private:
  struct Worker;

  std::unique_ptr<Worker> idle_worker();
  std::unique_ptr<Worker> new_worker();
  void note_lack(const std::string& lack);
  void send(Worker& worker, ByteStream& bytes) const;
  std::optional<std::string> receive(Worker& worker,
                                     const std::function<void(std::string_view)>& take) const;
  [[noreturn]] void fail(Worker& worker, Transfer transfer) const;

  const WorkerOptions options_;
  std::mutex mutex_;  // guards what follows
  std::vector<std::unique_ptr<Worker>> idle_;
  std::string lack_;
};

}  // namespace gisa
