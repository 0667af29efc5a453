#include "common/folder/tables.h"

#include <fmt/format.h>

#include "common/glass/version_file.h"
#include "common/store/plain_file.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

Error damaged(const fs::path& path, const std::string& what) {
  return {ErrorCode::database_damaged, fmt::format("{} {}", path.string(), what),
          "gisa-index --recover looks for a sound generation; else index again"};
}

}  // namespace

void require_plain_tables(const fs::path& path) {
  if (!is_real_folder(path)) throw damaged(path, "is no folder");
  std::error_code error;
  for (fs::directory_iterator at(path, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    if (!is_plain_file(at->path())) throw damaged(at->path(), "is no regular file");
  }
  if (error) throw damaged(path, "cannot be read: " + error.message());
}

Xapian::Database open_tables(const fs::path& path) {
  require_plain_tables(path);
  return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS);
}

Xapian::WritableDatabase open_tables_to_write(const fs::path& path) {
  require_plain_tables(path);
  return Xapian::WritableDatabase(
      path.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS);
}

std::string identity(const fs::path& tables) {
  const auto bytes = glass::read_version_file(tables);
  return bytes ? glass::uuid_in(*bytes) : std::string();
}

}  // namespace gisa
