#pragma once

#include <string>

namespace gisa {

// Bounds the memory, the processor time and the files of this process. Call it before confine().
void limit_resources();

// From here on this process cannot open a socket, write or make a file, start another process or
// change what was bounded; of files it can read those below `folder` (Landlock), none where that is
// not to be had or `folder` is a null pointer. Other system calls fail. Returns what could not be
// had, in words; empty if nothing.
std::string confine(const char* folder);

}  // namespace gisa
