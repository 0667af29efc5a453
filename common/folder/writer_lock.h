#pragma once

#include <chrono>
#include <filesystem>

namespace gisa {

// The lock of a database folder, held for life by its one writer. A process that was forked from
// the writer's does not hold it.
class WriterLock {
 public:
  // Makes the folder if need be and waits up to `patience` for another writer. Throws gisa::Error:
  // database_busy if it has not finished, output if the folder or its lock cannot be written.
  WriterLock(const std::filesystem::path& folder, std::chrono::seconds patience);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  // False in a process that was forked since: what the writer works on is not its own.
  bool is_mine() const;

 private:
  void take(const std::filesystem::path& folder, std::chrono::seconds patience) const;

  int fd_ = -1;
  const int process_;
};

}  // namespace gisa
