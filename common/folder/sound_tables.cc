#include "common/folder/sound_tables.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>
#include <set>
#include <string>

#include "common/glass/table_check.h"
#include "common/glass/version_file.h"
#include "common/store/plain_file.h"
#include "gisa/error.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

constexpr const char* kRecord = "checked";
constexpr std::size_t kLongestRecord = 1 << 12;

bool is_table(const fs::path& file) {
  return file.extension() == ".glass" || file.filename() == glass::kVersionFile;
}

// A line for each table: name, bytes, time of its last change. An empty one comes and goes
// (termlist_file.h).
std::string describe_files(const fs::path& tables) {
  std::set<std::string> lines;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(tables, ignored)) {
    struct stat status;
    if (!is_table(entry.path()) || ::lstat(entry.path().c_str(), &status) != 0) continue;
    if (status.st_size == 0) continue;
    lines.insert(fmt::format("{} {} {}.{:09}\n", entry.path().filename().string(), status.st_size,
                             status.st_mtim.tv_sec, status.st_mtim.tv_nsec));
  }
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

bool are_remembered(const fs::path& tables) {
  return read_plain_file(tables / kRecord, kLongestRecord, Links::refuse) == describe_files(tables);
}

}  // namespace

void require_sound_tables(const fs::path& tables) {
  if (are_remembered(tables)) return;
  const std::string damage = glass::find_damage(tables);
  if (!damage.empty()) {
    throw Error(ErrorCode::database_damaged,
                fmt::format("{} is damaged: {}", tables.string(), damage),
                "index with --rebuild, or gisa-index --recover takes the newest sound generation");
  }
  remember_sound_tables(tables);
}

void remember_sound_tables(const fs::path& tables) {
  const fs::path record = tables / kRecord;
  std::error_code ignored;
  fs::remove(record, ignored);  // be it a link to somewhere else
  std::ofstream(record) << describe_files(tables);
}

}  // namespace gisa
