// gisa-documents: reads documents of offices for gisa-index, one after the other, from and to its
// standard input and output (indexer/worker/frame.h). It is no program for people.
#include <unistd.h>

#include <cstdio>

#include "indexer/readers/reading.h"
#include "indexer/worker/frame.h"
#include "indexer/worker/sandbox.h"

int main(int argc, char**) {
  if (argc > 1 || isatty(STDIN_FILENO) != 0) {
    std::fputs("gisa-documents reads documents for gisa-index, which starts it\n", stderr);
    return 2;
  }
  gisa::limit_resources();
  const std::string lack = gisa::confine(nullptr);
  gisa::FrameSocket socket(STDIN_FILENO);
  socket.send(gisa::FrameKind::hello, lack);
  while (gisa::serve_reading(socket)) {
  }
  _exit(0);  // what is to be done at an end may need what the sandbox forbids
}
