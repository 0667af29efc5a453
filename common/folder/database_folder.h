#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gisa/error.h"

// The folder of a database (docs/schema.md). `XAPIANDB` is a stub that names the current `gen-N`.
// Whoever made the folder may be a stranger: Xapian, which does what a stub says, never sees it.
namespace gisa {

enum class FolderState {
  empty,       // not there, or nothing in it
  unfinished,  // ours, but nothing was ever published
  published,   // the stub names a generation
  replica,     // the stub of xapian-replicate names a copy
  unnamed,     // ours, but which generation is current is not known: see `why`
  foreign,     // holds something else, or cannot be read: see `why`
};

struct DatabaseFolder {
  FolderState state = FolderState::foreign;
  unsigned long number = 0;                // of the published generation
  std::filesystem::path current;           // of a published database or a replica: its tables
  std::vector<unsigned long> generations;  // that have tables, ascending
  unsigned long announced = 0;  // a generation whose publishing was interrupted; 0 if there is none
  std::string why;              // one line, the path not in it
};

// Looks only; follows no link out of the folder and opens no table.
DatabaseFolder look_into(const std::filesystem::path& folder);

// The tables that the stub names, empty if it names none. Quicker than look_into().
std::filesystem::path current_tables(const std::filesystem::path& folder);

// The stub, the one that is to replace it, and `gen-N` in `folder`.
std::filesystem::path stub_path(const std::filesystem::path& folder);
std::filesystem::path new_stub_path(const std::filesystem::path& folder);
std::filesystem::path generation_path(const std::filesystem::path& folder, unsigned long number);

// What the stub that names `gen-N` holds.
std::string stub_of(unsigned long number);

// The gisa::Error (database_damaged) for a folder that is `unnamed`.
Error unnamed_error(const std::filesystem::path& folder, const DatabaseFolder& found);

}  // namespace gisa
