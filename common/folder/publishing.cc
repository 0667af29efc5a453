#include "common/folder/publishing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "common/folder/database_folder.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

void sync_path(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw cannot_write(path, errno);
  const int failed = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failed != 0) throw cannot_write(path, failed);
}

// A new file: whatever lay there under its name, a link perhaps, is not written to.
void write_new(const fs::path& path, const std::string& text) {
  ::unlink(path.c_str());
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) throw cannot_write(path, errno);
  const bool written = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int failed = written && ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failed != 0) throw cannot_write(path, failed);
}

void move(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw cannot_write(to, errno);
}

}  // namespace

Error cannot_write(const fs::path& path, int error) {
  return {ErrorCode::output,
          fmt::format("cannot write {}: {}", path.string(), std::strerror(error)),
          "look at free space and permissions there"};
}

void replace_file(const fs::path& path, const std::string& text) {
  const fs::path written = path.string() + ".new";
  write_new(written, text);
  move(written, path);
  sync_path(path.parent_path());
}

void sync_tables(const fs::path& tables) {
  std::error_code error;
  for (fs::directory_iterator at(tables, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    sync_path(at->path());
  }
  if (error) throw cannot_write(tables, error.value());
  sync_path(tables);
}

void publish(const fs::path& folder, const fs::path& tables, unsigned long number) {
  write_new(new_stub_path(folder), stub_of(number));
  sync_path(folder);
  move(tables, generation_path(folder, number));
  publish_announced(folder);
}

void publish_announced(const fs::path& folder) {
  sync_path(folder);
  move(new_stub_path(folder), stub_path(folder));
  sync_path(folder);
}

}  // namespace gisa
