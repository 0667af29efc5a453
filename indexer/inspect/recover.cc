#include "indexer/inspect/recover.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "common/database/database.h"
#include "common/database/schema.h"
#include "common/folder/database_folder.h"
#include "common/folder/publishing.h"
#include "common/folder/writer_lock.h"
#include "indexer/inspect/database_check.h"

namespace gisa {

namespace {

DatabaseFolder look_for_generations(const std::string& path) {
  DatabaseFolder found = look_into(path);
  const bool ours = found.state == FolderState::published ||
                    found.state == FolderState::unfinished || found.state == FolderState::unnamed;
  if (ours && !found.generations.empty()) return found;
  throw Error(found.state == FolderState::foreign || found.state == FolderState::replica
                  ? ErrorCode::database_foreign
                  : ErrorCode::database_missing,
              fmt::format("there is no generation of a database at {}", path),
              "make one with: gisa-index --db DIR SOURCE");
}

// What is wrong with a generation, the first of it; nothing if it is sound.
std::optional<std::string> complaint(const std::string& path, unsigned long number) {
  try {
    const auto complaints = check_generation(path, generation_path(path, number));
    if (complaints.empty()) return std::nullopt;
    return complaints.front();
  } catch (const Error& error) {
    return error.message();
  }
}

std::string articles_of(const std::string& path) {
  return Database(path).metadata(schema::kArticlesKey);
}

// Higher than the damaged ones, so that the next run removes those and not this one.
void make_current(const std::string& path, unsigned long number, unsigned long highest) {
  if (number == highest) return publish(path, generation_path(path, number), number);
  publish(path, generation_path(path, number), highest + 1);
}

}  // namespace

std::string recover_database(const std::string& path, std::chrono::seconds patience) {
  look_for_generations(path);  // before anything is written there
  const WriterLock lock(path, patience);
  const DatabaseFolder found = look_for_generations(path);
  std::string lines;
  for (auto at = found.generations.rbegin(); at != found.generations.rend(); ++at) {
    if (const auto wrong = complaint(path, *at)) {
      fmt::format_to(std::back_inserter(lines), "gen-{} is not sound: {}\n", *at, *wrong);
      continue;
    }
    const bool is_current = found.state == FolderState::published && found.number == *at;
    if (!is_current) make_current(path, *at, found.generations.back());
    return lines + fmt::format("gen-{} is sound and {}; it has {} articles\n", *at,
                               is_current ? "was current already" : "is current now",
                               articles_of(path));
  }
  throw Error(ErrorCode::database_damaged,
              fmt::format("no generation of the database at {} is sound; {}", path,
                          lines.substr(0, lines.find('\n'))),
              "move the folder away and index again");
}

}  // namespace gisa
