#include "common/folder/database_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/store/plain_file.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStub = "XAPIANDB";
constexpr const char* kNewStub = "XAPIANDB.new";
constexpr std::string_view kGeneration = "gen-";
constexpr std::string_view kOurs[] = {kStub,      kNewStub, "gisa.lock", "scratch",
                                      "synonyms", "saved",  "saved.new", "searches"};
constexpr std::size_t kLongestStub = 1000;

// Xapian's file of what there is in a database.
constexpr const char* kVersionFile = "iamglass";

// The N of `gen-N`, or nothing for any other name.
std::optional<unsigned long> generation_number(std::string_view name) {
  if (!name.starts_with(kGeneration)) return std::nullopt;
  unsigned long number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + kGeneration.size(), end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number;
}

// The name of the folder that a stub in gisa's or xapian-replicate's form leads to; empty for
// anything else that Xapian would follow.
std::string named_in(std::string_view stub) {
  if (!stub.ends_with('\n')) return {};
  while (stub.starts_with('#')) stub.remove_prefix(stub.find('\n') + 1);
  constexpr std::string_view kLead = "auto ";
  if (!stub.starts_with(kLead)) return {};
  const std::string_view name = stub.substr(kLead.size(), stub.size() - kLead.size() - 1);
  if (name == "replica_0" || name == "replica_1") return std::string(name);
  const auto number = generation_number(name);
  return number && stub == stub_of(*number) ? std::string(name) : std::string();
}

std::string read_stub(const fs::path& path) {
  return named_in(read_plain_file(path, kLongestStub, Links::refuse).value_or(""));
}

bool has_tables(const fs::path& path) {
  if (!is_real_folder(path)) return false;
  std::error_code error;
  for (fs::directory_iterator at(path, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    const fs::path name = at->path().filename();
    if (name == kVersionFile || name.extension() == ".glass") return true;
  }
  return false;
}

// What is there beside the stub.
struct Entries {
  std::vector<unsigned long> generations;
  bool any = false;
  bool locked = false;   // has the lock, which every writer of ours makes first
  bool foreign = false;  // has something that is not ours
  std::string error;
};

Entries entries_of(const fs::path& folder) {
  Entries entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    entries.any = true;
    const std::string name = at->path().filename().string();
    entries.locked |= name == "gisa.lock";
    const auto number = generation_number(name);
    if (number && has_tables(at->path())) {
      entries.generations.push_back(*number);
    } else if (number && is_real_folder(at->path())) {
      std::error_code ignored;
      entries.foreign |= !fs::is_empty(at->path(), ignored);
    } else if (std::find(std::begin(kOurs), std::end(kOurs), name) == std::end(kOurs)) {
      entries.foreign = true;
    }
  }
  if (error) entries.error = error.message();
  std::sort(entries.generations.begin(), entries.generations.end());
  return entries;
}

std::string list_of(const std::vector<unsigned long>& generations) {
  if (generations.empty()) return "no generation";
  std::string list;
  for (const unsigned long number : generations) {
    list += fmt::format("{}gen-{}", list.empty() ? "" : ", ", number);
  }
  return list;
}

bool has(const std::vector<unsigned long>& generations, unsigned long number) {
  return std::binary_search(generations.begin(), generations.end(), number);
}

FolderState state_without_stub(const DatabaseFolder& found, const Entries& entries, bool has_stub) {
  if (!entries.any) return FolderState::empty;
  if (found.announced > 0 && !has_stub) return FolderState::unfinished;
  if (!entries.generations.empty()) return FolderState::unnamed;
  const bool ours = entries.locked && !entries.foreign && !has_stub;
  return ours ? FolderState::unfinished : FolderState::foreign;
}

}  // namespace

std::string stub_of(unsigned long number) { return fmt::format("auto gen-{}\n", number); }

fs::path stub_path(const fs::path& folder) { return folder / kStub; }

fs::path new_stub_path(const fs::path& folder) { return folder / kNewStub; }

fs::path generation_path(const fs::path& folder, unsigned long number) {
  return folder / fmt::format("{}{}", kGeneration, number);
}

fs::path current_tables(const fs::path& folder) {
  const std::string name = read_stub(folder / kStub);
  return !name.empty() && is_real_folder(folder / name) ? folder / name : fs::path();
}

DatabaseFolder look_into(const fs::path& folder) {
  DatabaseFolder found;
  std::error_code ignored;
  if (!fs::exists(folder, ignored)) {
    found.state = FolderState::empty;
    return found;
  }
  const std::string name = read_stub(folder / kStub);
  const Entries entries = entries_of(folder);
  if (!entries.error.empty()) {
    found.why = "it cannot be read: " + entries.error;
    return found;
  }
  found.generations = entries.generations;
  const unsigned long next =
      generation_number(read_stub(folder / kNewStub)).value_or(0);  // by a publish cut short
  if (has(found.generations, next)) found.announced = next;
  const auto number = generation_number(name);
  const unsigned long newest = found.generations.empty() ? 0 : found.generations.back();
  if (!name.empty() && !number && has_tables(folder / name)) {
    found.state = FolderState::replica;
    found.current = folder / name;
  } else if (number && has(found.generations, *number) &&
             (newest == *number || newest == found.announced)) {
    found.state = FolderState::published;
    found.number = *number;
    found.current = folder / name;
  } else {
    const bool has_stub = fs::exists(fs::symlink_status(folder / kStub, ignored));
    found.state =
        name.empty() ? state_without_stub(found, entries, has_stub) : FolderState::unnamed;
    found.why = found.state == FolderState::foreign
                    ? (has_stub ? "its XAPIANDB is not gisa's" : "")
                    : fmt::format("{}, there is {}",
                                  !name.empty() ? "its XAPIANDB names " + name
                                  : has_stub    ? "its XAPIANDB is damaged"
                                                : "it has no XAPIANDB",
                                  list_of(found.generations));
  }
  return found;
}

Error unnamed_error(const fs::path& folder, const DatabaseFolder& found) {
  return {ErrorCode::database_damaged,
          fmt::format("the database at {} does not say which generation is current: {}",
                      folder.string(), found.why),
          found.generations.empty()
              ? fmt::format("index again: gisa-index --rebuild --db {} SOURCE", folder.string())
              : fmt::format("gisa-index --recover --db {} takes the newest sound one",
                            folder.string())};
}

}  // namespace gisa
