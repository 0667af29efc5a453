#pragma once

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

// The only writer of a database folder: makes the folder if need be, holds its lock for life, and
// hands out the scratch space for one new generation. Removed with it, unless published.
class GenerationWriter {
 public:
  // Throws gisa::Error: database_busy if another writer holds the folder, database_foreign if the
  // folder is somebody else's, output if it cannot be made.
  explicit GenerationWriter(std::filesystem::path folder);
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  // Where the new generation is to be written. Does not exist yet.
  std::filesystem::path generation() const;

  // A folder for work files, on the same file system. Exists.
  const std::filesystem::path& scratch() const { return scratch_; }

  // Makes generation() the current one, durably: after a return it survives a power cut, and until
  // then readers see the one before. Keeps the previous generation for readers that still use it.
  void publish();

 private:
  void remove_leftovers() const;

  std::filesystem::path folder_;
  std::filesystem::path scratch_;
  int lock_ = -1;
  unsigned long current_ = 0;  // 0: none was published yet
};

}  // namespace gisa
