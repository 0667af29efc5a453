#include "indexer/segment/glass/format.h"

#include <fstream>
#include <string>
#include <system_error>

#include "common/error/xapian_error.h"
#include "common/glass/version_file.h"

namespace gisa::glass {

namespace {

bool ask_xapian(const std::filesystem::path& scratch) {
  const std::filesystem::path example = scratch / "format";
  Xapian::WritableDatabase(example.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  const std::string known = format_mark();
  std::string mark(known.size(), '\0');
  std::ifstream(example / kVersionFile, std::ios::binary)
      .read(mark.data(), static_cast<std::streamsize>(mark.size()));
  std::error_code ignored;  // what stays in scratch goes with it
  std::filesystem::remove_all(example, ignored);
  return mark == known;
}

}  // namespace

bool is_format_of_xapian(const std::filesystem::path& scratch) {
  static const bool is_known = ask_xapian(scratch);
  return is_known;
}

}  // namespace gisa::glass
