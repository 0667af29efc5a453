#include "searcher/server/archive_json.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <optional>

#include "common/folder/database_folder.h"
#include "searcher/outputs/json.h"

namespace gisa {

namespace {

constexpr std::time_t kKorea = 9 * 60 * 60;  // seconds before UTC

// When the tables were written that the folder names; nothing where none are.
std::optional<std::time_t> changed(const std::string& folder) {
  const std::filesystem::path tables = current_tables(folder);
  struct stat status = {};
  // Each change of a database writes this file anew.
  if (tables.empty() || stat((tables / "iamglass").c_str(), &status) != 0) return std::nullopt;
  return status.st_mtime;
}

// 2026-11-29T17:05 in Korea; empty if it is not known of every one.
std::string last_change(const std::vector<std::string>& databases) {
  std::time_t last = 0;
  for (const std::string& folder : databases) {
    const auto when = changed(folder);
    if (!when) return {};
    last = std::max(last, *when);
  }
  return fmt::format("{:%Y-%m-%dT%H:%M}", fmt::gmtime(last + kKorea));
}

}  // namespace

std::string archive_in_json(const Archive& archive, const std::vector<std::string>& databases) {
  nlohmann::ordered_json out = {{"articles", archive.articles},
                                {"first_date", archive.first_date},
                                {"last_date", archive.last_date},
                                {"newspapers", archive.newspapers}};
  const std::string updated = last_change(databases);
  if (!updated.empty()) out["updated"] = updated;
  return line_of(out);
}

}  // namespace gisa
