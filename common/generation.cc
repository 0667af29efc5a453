#include "common/generation.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <system_error>
#include <thread>
#include <vector>

#include "common/termlist_file.h"
#include "gisa/error.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStub = "XAPIANDB";
constexpr const char* kNewStub = "XAPIANDB.new";
constexpr const char* kLock = "gisa.lock";
constexpr const char* kScratch = "scratch";
constexpr std::string_view kGeneration = "gen-";
constexpr auto kLockInterval = std::chrono::milliseconds(50);

Error cannot_write(const fs::path& path, int error) {
  return {ErrorCode::output,
          fmt::format("cannot write {}: {}", path.string(), std::strerror(error)),
          "look at free space and permissions there"};
}

// The N of `gen-N`, or nothing for any other name.
std::optional<unsigned long> generation_number(const std::string& name) {
  if (!name.starts_with(kGeneration)) return std::nullopt;
  unsigned long number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + kGeneration.size(), end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number;
}

bool is_ours(const std::string& name) {
  return name == kStub || name == kNewStub || name == kLock || name == kScratch ||
         generation_number(name);
}

void sync_path(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw cannot_write(path, errno);
  const int failed = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failed != 0) throw cannot_write(path, failed);
}

}  // namespace

FolderState inspect_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return FolderState::empty;
  if (fs::exists(folder / kStub, error)) return FolderState::published;
  bool any = false;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!is_ours(entry.path().filename().string())) return FolderState::foreign;
    any = true;
  }
  if (error) return FolderState::foreign;
  return any ? FolderState::unfinished : FolderState::empty;
}

unsigned long published_generation(const fs::path& folder) {
  std::ifstream stub(folder / kStub);
  std::string type;
  std::string name;
  if (!(stub >> type >> name)) return 0;
  return generation_number(name).value_or(0);
}

GenerationWriter::GenerationWriter(fs::path folder, std::chrono::seconds patience)
    : folder_(std::move(folder)), scratch_(folder_ / kScratch) {
  std::error_code error;
  if (fs::exists(folder_, error) && !fs::is_directory(folder_, error)) {
    throw Error(ErrorCode::output, fmt::format("{} is a file, not a folder", folder_.string()),
                "name another folder with --db");
  }
  if (inspect_folder(folder_) == FolderState::foreign) {
    throw Error(ErrorCode::database_foreign,
                fmt::format("{} holds files that are not gisa's", folder_.string()),
                "name a new or empty folder with --db");
  }
  fs::create_directories(folder_, error);
  if (error) throw cannot_write(folder_, error.value());
  take_lock(patience);
  current_ = published_generation(folder_);
  remove_leftovers();
  fs::create_directory(scratch_, error);
  if (error) {
    ::close(lock_);
    throw cannot_write(scratch_, error.value());
  }
}

void GenerationWriter::take_lock(std::chrono::seconds patience) {
  lock_ = ::open((folder_ / kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw cannot_write(folder_ / kLock, errno);
  const auto until = std::chrono::steady_clock::now() + patience;
  while (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(kLockInterval);
      continue;
    }
    ::close(lock_);
    throw Error(ErrorCode::database_busy,
                fmt::format("another gisa-index is writing to {}", folder_.string()),
                "wait until it has finished, or let --wait SECONDS do so");
  }
}

GenerationWriter::~GenerationWriter() {
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
  if (published_generation(folder_) == current_) fs::remove_all(generation(), ignored);
  ::close(lock_);
}

fs::path GenerationWriter::folder_of(unsigned long generation) const {
  return folder_ / fmt::format("{}{}", kGeneration, generation);
}

fs::path GenerationWriter::current() const {
  return current_ == 0 ? fs::path() : folder_of(current_);
}

fs::path GenerationWriter::generation() const { return folder_of(current_ + 1); }

void GenerationWriter::publish() {
  const fs::path finished = generation();
  make_termlist_file(finished.string());
  for (const auto& entry : fs::directory_iterator(finished)) sync_path(entry.path());
  sync_path(finished);
  const fs::path new_stub = folder_ / kNewStub;
  {
    std::ofstream stub(new_stub, std::ios::trunc);
    stub << "auto " << finished.filename().string() << '\n';
    stub.flush();
    if (!stub) throw cannot_write(new_stub, errno);
  }
  sync_path(new_stub);
  if (::rename(new_stub.c_str(), (folder_ / kStub).c_str()) != 0) {
    throw cannot_write(folder_ / kStub, errno);
  }
  sync_path(folder_);
  ++current_;
  remove_leftovers();
  fs::create_directory(scratch_);
}

void GenerationWriter::remove_leftovers() const {
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
  fs::remove(folder_ / kNewStub, ignored);
  std::vector<fs::path> stale;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const auto number = generation_number(entry.path().filename().string());
    if (number && *number != current_ && *number + 1 != current_) stale.push_back(entry.path());
  }
  for (const fs::path& path : stale) fs::remove_all(path, ignored);
}

}  // namespace gisa
