#include "indexer/glass/format.h"

#include <fstream>
#include <system_error>

#include "common/xapian_error.h"

namespace gisa::glass {

namespace {

constexpr unsigned kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;  // of 14 March 2016

}  // namespace

std::string format_mark() {
  std::string mark = "\x0f\x0dXapian Glass";
  mark += static_cast<char>(kFormat >> 8);
  mark += static_cast<char>(kFormat & 0xff);
  return mark;
}

bool is_format_of_xapian(const std::filesystem::path& scratch) {
  const std::filesystem::path example = scratch / "format";
  Xapian::WritableDatabase(example.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  const std::string known = format_mark();
  std::string mark(known.size(), '\0');
  std::ifstream(example / "iamglass", std::ios::binary)
      .read(mark.data(), static_cast<std::streamsize>(mark.size()));
  std::error_code ignored;  // what stays in scratch goes with it
  std::filesystem::remove_all(example, ignored);
  return mark == known;
}

}  // namespace gisa::glass
