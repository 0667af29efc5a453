#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/pdf/lines.h"
#include "indexer/readers/pdf/page.h"
#include "indexer/readers/pdf/paragraphs.h"
#include "indexer/readers/pdf/running_lines.h"
#include "indexer/readers/pdf/standing_words.h"
#include "tests/fuzz/check.h"

namespace {

// The bytes of the next frame (indexer/worker/frame.h), as far as they are there.
std::string_view next_frame(std::string_view& rest) {
  const std::string_view head = rest.substr(0, 5);
  rest.remove_prefix(head.size());
  const std::size_t size = head.size() < 5 ? 0
                                           : static_cast<unsigned char>(head[1]) |
                                                 static_cast<unsigned char>(head[2]) << 8;
  const std::string_view bytes = rest.substr(0, size);
  rest.remove_prefix(bytes.size());
  return bytes;
}

}  // namespace

// What gisa-index makes of whatever gisa-pdf says, which may have been taken over by a document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<gisa::PdfLines> pages;
  while (!rest.empty()) {
    const std::string_view frame = next_frame(rest);
    try {
      gisa::PdfPage page = gisa::decode_pdf_page(frame);
      gisa::join_standing_words(page.words);
      pages.push_back(gisa::lines_of(page));
      gisa::decode_pdf_about(frame);
    } catch (const gisa::Error& error) {
      CHECK(error.code() == gisa::ErrorCode::input);
    }
  }
  for (const gisa::PdfLines& page : pages) {
    for (const gisa::PdfLine& line : page.lines) {
      CHECK(!gisa::trim(line.text).empty() && line.text.find('\n') == line.text.npos);
      gisa::is_garbled(line.text);
    }
  }
  gisa::take_running_lines(pages);
  const std::string text = gisa::text_of(pages);
  CHECK(gisa::valid_prefix(text) == text.size());
  const auto signs = std::count(text.begin(), text.end(), '\f');
  CHECK(pages.empty() || signs + 1 == static_cast<std::ptrdiff_t>(pages.size()));
  return 0;
}
