#include "common/folder/generation.h"

#include <fmt/format.h>

#include "common/folder/publishing.h"
#include "common/folder/sound_tables.h"
#include "common/folder/tables.h"
#include "common/folder/termlist_file.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

// Before anything is written there, be it the lock.
DatabaseFolder look_for_ours(const fs::path& folder) {
  DatabaseFolder found = look_into(folder);
  std::error_code ignored;
  if (found.state == FolderState::foreign && fs::is_directory(folder, ignored)) {
    throw Error(ErrorCode::database_foreign,
                found.why.empty()
                    ? fmt::format("{} holds files that are not gisa's", folder.string())
                    : fmt::format("{} is not gisa's: {}", folder.string(), found.why),
                "name a new or empty folder with --db");
  }
  if (found.state == FolderState::replica) {
    throw Error(ErrorCode::database_foreign,
                fmt::format("{} is a copy that xapian-replicate writes", folder.string()),
                "index the original, or into another --db");
  }
  return found;
}

}  // namespace

GenerationWriter::GenerationWriter(fs::path folder, std::chrono::seconds patience, Taking taking)
    : folder_(std::move(folder)),
      scratch_(folder_ / "scratch"),
      found_(look_for_ours(folder_)),
      lock_(folder_, patience) {
  find_current(taking);
  remove_leftovers();
  make_scratch();
}

void GenerationWriter::find_current(Taking taking) {
  found_ = look_for_ours(folder_);
  if (found_.state == FolderState::unfinished && found_.announced > 0) {
    publish_announced(folder_);
    found_ = look_for_ours(folder_);
  }
  const bool nothing_to_lose = taking == Taking::anew && found_.generations.empty();
  if (found_.state == FolderState::unnamed && !nothing_to_lose) {
    throw unnamed_error(folder_, found_);
  }
  if (found_.state != FolderState::published) return;
  current_ = found_.number;
  if (taking == Taking::anew) return;
  guarded(folder_.string(), Access::read, [&] { open_tables(found_.current); });
  require_sound_tables(found_.current);
}

void GenerationWriter::make_scratch() const {
  std::error_code error;
  fs::create_directory(scratch_, error);
  if (error) throw cannot_write(scratch_, error.value());
}

GenerationWriter::~GenerationWriter() {
  if (!lock_.is_mine()) return;
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
}

fs::path GenerationWriter::current() const {
  return current_ == 0 ? fs::path() : generation_path(folder_, current_);
}

void GenerationWriter::changed_in_place() const { remember_sound_tables(current()); }

void GenerationWriter::publish() {
  const fs::path finished = generation();
  make_termlist_file(finished.string());
  remember_sound_tables(finished);
  sync_tables(finished);
  gisa::publish(folder_, finished, current_ + 1);
  ++current_;
  remove_leftovers();
  make_scratch();
}

void GenerationWriter::remove_leftovers() const {
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
  fs::remove(new_stub_path(folder_), ignored);
  for (const unsigned long number : look_into(folder_).generations) {
    if (number == current_ || number + 1 == current_) continue;
    fs::remove_all(generation_path(folder_, number), ignored);
  }
}

}  // namespace gisa
