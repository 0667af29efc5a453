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

// A file that a worker is to read.
struct WorkerFile {
  std::string request;  // what is asked for of it, as the program takes it
  ByteStream& bytes;
};

// Takes what a worker says of a file.
struct WorkerAnswerSink {
  std::function<void(std::string_view part)> take;
  std::function<void()> forget;  // what was taken so far: the file is read anew
};

// How it ended.
struct WorkerAnswer {
  std::optional<std::string> of_all;  // what it says of the whole; nothing if the time was over
  std::string damage;                 // why not all of the file's bytes could be had
};

// Processes that read files in formats of others, so that what goes wrong in one costs one file.
// They are started when they are needed, one a thread that reads, and used again. Any number of
// threads.
class WorkerPool {
 public:
  explicit WorkerPool(WorkerOptions options);
  ~WorkerPool();

  // Has `file` read, and shows `sink` the parts of what is in it. If the worker dies, which may be
  // due to what it read before, a new one reads the file once more, unless it has more than 32 MB.
  // Throws Error (input) if that one dies, too, or a worker cannot be started, says what is no
  // answer, or says nothing for too long: it is ended then; Error (usage) if it has no sandbox and
  // one is required; and what `sink` throws.
  WorkerAnswer read(const WorkerFile& file, const WorkerAnswerSink& sink);

  // What the sandbox of the workers lacks, in words; empty if nothing, or if none was started.
  std::string lack();

 private:
  struct Worker;
  class KeptBytes;

  std::unique_ptr<Worker> idle_worker();
  std::unique_ptr<Worker> new_worker();
  void note_lack(const std::string& lack);
  WorkerAnswer read_with(std::unique_ptr<Worker> worker, const std::string& request,
                         KeptBytes& bytes, const WorkerAnswerSink& sink);
  void send(Worker& worker, const std::string& request, KeptBytes& bytes) const;
  void send(Worker& worker, FrameKind kind, std::string_view bytes, Deadline deadline) const;
  std::optional<std::string> receive(Worker& worker, const WorkerAnswerSink& sink) const;
  [[noreturn]] void fail(Worker& worker, Transfer transfer) const;

  const WorkerOptions options_;
  std::mutex mutex_;  // guards what follows
  std::vector<std::unique_ptr<Worker>> idle_;
  std::string lack_;
};

}  // namespace gisa
