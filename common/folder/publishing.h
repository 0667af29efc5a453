#pragma once

#include <filesystem>
#include <string>

#include "gisa/error.h"

// How a generation becomes the current one, durably, whatever moment the machine stops at. Throw
// gisa::Error (output).
namespace gisa {

// Syncs all files in `tables`, and it.
void sync_tables(const std::filesystem::path& tables);

// Makes `tables`, which is synced and on the same file system, the `gen-N` of `folder` and names it
// in the stub. The new stub is written first, so that what a crash leaves between the two renames
// is known to be whole (DatabaseFolder::announced).
void publish(const std::filesystem::path& folder, const std::filesystem::path& tables,
             unsigned long number);

// The second half of publish().
void publish_announced(const std::filesystem::path& folder);

// Puts `text` in the place of the file at `path`, whole or not at all. It is written beside first,
// as `path`.new.
void replace_file(const std::filesystem::path& path, const std::string& text);

// A system call that failed on `path` as a gisa::Error (output).
Error cannot_write(const std::filesystem::path& path, int error);

}  // namespace gisa
