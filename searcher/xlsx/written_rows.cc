#include "searcher/xlsx/written_rows.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

namespace gisa {

namespace {

constexpr std::string_view kSheet = "xl/worksheets/sheet1.xml";
constexpr std::string_view kEndOfRow = "</row>";
constexpr std::string_view kEndOfSheet = "</worksheet>";

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t number = 0;
  for (std::size_t i = length; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(bytes.at(at + i));
  }
  return number;
}

// The packed bytes of the sheet, by the directory at the end of the zip file (APPNOTE.TXT 4.3).
std::string_view packed_sheet(std::string_view zip) {
  const std::size_t name = zip.rfind(kSheet);
  if (name == std::string_view::npos || name < 46) return {};
  const std::size_t entry = name - 46;
  const std::size_t length = number_at(zip, entry + 20, 4);
  const std::size_t local = number_at(zip, entry + 42, 4);
  const std::size_t begin =
      local + 30 + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
  return zip.substr(std::min(begin, zip.size()), length);
}

class RowCounter {
 public:
  void take(std::string_view xml) {
    rest_ += xml;
    std::size_t at = 0;
    for (std::size_t end; (end = rest_.find(kEndOfRow, at)) != std::string::npos; ++rows_) {
      at = end + kEndOfRow.size();
    }
    rest_.erase(0, std::max(at, rest_.size() - std::min(rest_.size(), kEndOfSheet.size())));
  }

  std::size_t rows() const { return rest_.ends_with(kEndOfSheet) ? rows_ : 0; }

 private:
  std::string rest_;  // long enough for an end that is under way
  std::size_t rows_ = 0;
};

}  // namespace

std::size_t written_rows(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string zip{std::istreambuf_iterator<char>(file), {}};
  const std::string_view packed = packed_sheet(zip);
  z_stream stream{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // only read
  stream.avail_in = static_cast<uInt>(packed.size());
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  RowCounter counter;
  std::vector<char> block(1 << 16);
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    counter.take({block.data(), block.size() - stream.avail_out});
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? counter.rows() : 0;
}

}  // namespace gisa
