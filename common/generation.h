#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

// The folder of a database. `XAPIANDB` is a stub file that names the current `gen-N`; replacing it
// by one rename publishes a generation. See docs/schema.md.
namespace gisa {

enum class FolderState {
  empty,       // not there, or nothing in it
  unfinished,  // ours, but nothing was ever published
  published,   // holds a stub
  foreign,     // holds something else
};

FolderState inspect_folder(const std::filesystem::path& folder);

// The N of the `gen-N` that the stub in `folder` names; 0 without one.
unsigned long published_generation(const std::filesystem::path& folder);

// The only writer of a database folder: makes the folder if need be, holds its lock for life, and
// hands out the scratch space for new generations. What is not published is removed with it.
class GenerationWriter {
 public:
  // Waits up to `patience` for another writer to finish. Throws gisa::Error: database_busy if it
  // has not, database_foreign if the folder is somebody else's, output if it cannot be made.
  explicit GenerationWriter(std::filesystem::path folder, std::chrono::seconds patience = {});
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  // The generation that readers see, to be changed in place; empty if none was published yet.
  std::filesystem::path current() const;

  // Where the new generation is to be written. Does not exist yet.
  std::filesystem::path generation() const;

  // A folder for work files, on the same file system. Exists.
  const std::filesystem::path& scratch() const { return scratch_; }

  // Makes generation() the current one, durably: after a return it survives a power cut, and until
  // then readers see the one before. Keeps the previous generation for readers that still use it.
  void publish();

 private:
  std::filesystem::path folder_of(unsigned long generation) const;
  void take_lock(std::chrono::seconds patience);
  void remove_leftovers() const;

  std::filesystem::path folder_;
  std::filesystem::path scratch_;
  int lock_ = -1;
  unsigned long current_ = 0;  // 0: none was published yet
};

}  // namespace gisa
