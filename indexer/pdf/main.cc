// gisa-pdf: reads pdf documents for gisa-index, one after the other, from and to its standard input
// and output (indexer/worker/frame.h). It is no program for people.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "indexer/pdf/poppler_pages.h"
#include "indexer/worker/frame.h"
#include "indexer/worker/sandbox.h"

namespace {

// False when there is none: the other end is gone.
bool next_file(gisa::FrameSocket& socket, std::string& file) {
  file = std::string();  // a large one is not kept in memory
  gisa::Frame frame = {};
  while (socket.receive(frame) == gisa::Transfer::done) {
    if (frame.kind == gisa::FrameKind::end) return true;
    if (frame.kind == gisa::FrameKind::request) continue;  // there is nothing to choose
    if (frame.kind != gisa::FrameKind::bytes) return false;
    file += frame.bytes;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const bool reads_nothing = argc == 2 && std::string_view(argv[1]) == "--no-tables";
  if (argc > 2 || (argc == 2 && !reads_nothing) || isatty(STDIN_FILENO) != 0) {
    std::fputs("gisa-pdf reads documents for gisa-index, which starts it\n", stderr);
    return 2;
  }
  gisa::limit_resources();
  gisa::load_poppler();
  const std::string lack = gisa::confine(reads_nothing ? nullptr : GISA_POPPLER_DATA);
  gisa::FrameSocket socket(STDIN_FILENO);
  socket.send(gisa::FrameKind::hello, lack);
  std::string file;
  while (next_file(socket, file)) {
    const auto send = [&](gisa::PdfPart part, const std::string& record) {
      socket.send(gisa::FrameKind::part, std::string(1, static_cast<char>(part)) + record);
    };
    const gisa::PdfAbout about = gisa::read_pdf_pages(
        file, [&](const gisa::PdfPage& page) { send(gisa::PdfPart::page, encode(page)); },
        [&](const gisa::PdfFile& held) { send(gisa::PdfPart::file, encode(held)); });
    if (socket.send(gisa::FrameKind::done, encode(about)) != gisa::Transfer::done) break;
  }
  _exit(0);  // what is to be done at an end may need what the sandbox forbids
}
