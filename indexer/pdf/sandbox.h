#pragma once

#include <string>

namespace gisa {

// What a process may still read from disk.
enum class Reads {
  poppler_data,  // the tables of encodings that poppler opens when a font needs them
  nothing,
};

// Bounds the memory, the processor time and the files of this process. Call it before confine().
void limit_resources();

// From here on this process cannot open a socket, write or make a file, start another process or
// change what was bounded; of files it can read those in `reads` (Landlock), none where that is not
// to be had. Other system calls fail. Returns what could not be had, in words; empty if nothing.
std::string confine(Reads reads);

}  // namespace gisa
