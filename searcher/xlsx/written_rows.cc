#include "searcher/xlsx/written_rows.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
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

// The directory at the end of a zip file has a few hundred bytes: a workbook is some ten files.
constexpr std::streamoff kMostDirectory = 1 << 16;

std::string bytes_at(std::istream& file, std::streamoff begin, std::size_t size) {
  std::string bytes(size, '\0');
  file.clear();
  file.seekg(begin);
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return bytes;
}

// Puts `file` where the packed bytes of the sheet begin, by the directory of the zip file
// (APPNOTE.TXT 4.3). False if it is not there.
bool seek_sheet(std::istream& file) {
  constexpr std::size_t kEntry = 46;  // bytes before the name
  constexpr std::size_t kLocal = 30;
  file.seekg(0, std::ios::end);
  const std::streamoff size = file.tellg();
  const std::streamoff begin = std::max<std::streamoff>(0, size - kMostDirectory);
  const std::string directory = bytes_at(file, begin, static_cast<std::size_t>(size - begin));
  const std::size_t name = directory.rfind(kSheet);
  if (name == std::string::npos || name < kEntry) return false;
  const auto local = static_cast<std::streamoff>(number_at(directory, name - kEntry + 42, 4));
  const std::string header = bytes_at(file, local, kLocal);
  if (header.size() < kLocal) return false;
  const std::size_t names = number_at(header, 26, 2) + number_at(header, 28, 2);
  file.seekg(local + static_cast<std::streamoff>(kLocal + names));
  return static_cast<bool>(file);
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
  constexpr std::size_t kBlock = 1 << 16;
  std::ifstream file(path, std::ios::binary);
  if (!file || !seek_sheet(file)) return 0;
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  RowCounter counter;
  std::vector<char> packed(kBlock);
  std::vector<char> block(kBlock);
  int state = Z_OK;
  while (state == Z_OK) {
    if (stream.avail_in == 0) {
      file.read(packed.data(), kBlock);
      stream.next_in = reinterpret_cast<Bytef*>(packed.data());
      stream.avail_in = static_cast<uInt>(file.gcount());
    }
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    counter.take({block.data(), block.size() - stream.avail_out});
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? counter.rows() : 0;
}

}  // namespace gisa
