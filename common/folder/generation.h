#pragma once

#include <chrono>
#include <filesystem>

#include "common/folder/database_folder.h"
#include "common/folder/writer_lock.h"

namespace gisa {

// What a writer makes of what is there.
enum class Taking {
  over,  // goes on from the published generation, which must be sound
  anew,  // looks at none: it may be damaged
};

// The only writer of a database folder: makes the folder if need be, holds its lock for life, and
// hands out the scratch space for new generations. What is not published is removed with it.
// Nothing that was there is removed before the current generation is known and was opened.
class GenerationWriter {
 public:
  // Waits up to `patience` for another writer to finish. Throws gisa::Error: database_busy if it
  // has not, database_foreign if the folder is somebody else's or a replica, database_damaged if it
  // does not say which generation is current or that is damaged, output if it cannot be
  // written.
  explicit GenerationWriter(std::filesystem::path folder, std::chrono::seconds patience = {},
                            Taking taking = Taking::over);
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  // The generation that readers see, to be changed in place; empty if none was published yet.
  std::filesystem::path current() const;

  // To be called after each change of current() in place.
  void changed_in_place() const;

  // Where the new generation is to be written. Does not exist yet.
  std::filesystem::path generation() const { return scratch_ / "generation"; }

  // False in a process that was forked since the writer was made.
  bool is_mine() const { return lock_.is_mine(); }

  // A folder for work files, on the same file system. Exists.
  const std::filesystem::path& scratch() const { return scratch_; }

  // Makes generation() the current one, durably: after a return it survives a power cut, and until
  // then readers see the one before. Keeps the previous generation for readers that still use it.
  void publish();

 private:
  void find_current(Taking taking);
  void make_scratch() const;
  void remove_leftovers() const;

  std::filesystem::path folder_;
  std::filesystem::path scratch_;
  DatabaseFolder found_;  // before the lock was taken
  WriterLock lock_;
  unsigned long current_ = 0;  // 0: none was published yet
};

}  // namespace gisa
