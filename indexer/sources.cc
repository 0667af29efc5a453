#include "indexer/sources.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "common/database_folder.h"
#include "common/text/encoding.h"
#include "gisa/error.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

// Any bytes a file name has, as text to show: most are UTF-8 (NFD from a Mac), some CP949.
std::string name_as_text(const fs::path& path) {
  const std::string bytes = path.generic_string();
  return decode(bytes, detect_encoding(bytes)).text;
}

class Walk {
 public:
  Walk(fs::path root, const ProblemSink& problems, SourceList& list)
      : root_(std::move(root)), problems_(problems), list_(list) {
    std::error_code error;
    real_root_ = fs::canonical(root_, error);
  }

  void run() {
    if (fs::is_directory(root_)) {
      visit_folder(root_);
    } else {
      visit_file(root_, root_.filename(), real_root_);
    }
  }

 private:
  void visit_folder(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || !folders_seen_.insert(real).second) return;  // a link back up
    if (is_database(folder)) return;
    std::vector<fs::path> entries;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      entries.push_back(at->path());
    }
    if (error) {
      problems_({name_as_text(folder), "cannot be read: " + error.message() + "; left out"});
      list_.unread.push_back(real_path(folder).string());
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit_entry(entry);
  }

  // A database that lies among the articles holds none to read.
  bool is_database(const fs::path& folder) const {
    const FolderState state = look_into(folder).state;
    if (state == FolderState::unnamed) {
      problems_({name_as_text(folder), "is a database without its XAPIANDB; left out"});
    }
    return state != FolderState::empty && state != FolderState::foreign;
  }

  void visit_entry(const fs::path& entry) {
    if (is_no_article(entry)) return;
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    if (fs::is_directory(status)) {
      visit_folder(entry);
    } else if (fs::is_regular_file(status)) {
      visit_file(entry, entry.lexically_relative(root_), real_path(entry));
    } else {
      const bool missing = error || !fs::exists(status);
      problems_({name_as_text(entry),
                 missing ? "leads nowhere; left out" : "is a device, pipe or socket; left out"});
    }
  }

  void visit_file(const fs::path& path, const fs::path& relative, const fs::path& real) {
    SourceFile& file = list_.files.emplace_back();
    file.path = path;
    file.name = name_as_text(relative);
    file.real = real.string();
    look_again(file);
  }

  fs::path real_path(const fs::path& path) const {
    return path == root_ ? real_root_ : real_root_ / path.lexically_relative(root_);
  }

  fs::path root_;
  fs::path real_root_;
  const ProblemSink& problems_;
  SourceList& list_;
  std::set<fs::path> folders_seen_;
};

void drop_repeated(std::vector<SourceFile>& files) {
  std::set<fs::path> seen;
  std::erase_if(files, [&](const SourceFile& file) {
    std::error_code error;
    const fs::path real = fs::canonical(file.path, error);
    return !error && !seen.insert(real).second;
  });
}

}  // namespace

bool is_no_article(const fs::path& path) {
  const std::string name = path.filename().string();
  const std::string stem = path.stem().string();
  return name.starts_with('.') || name.ends_with('~') || stem == "README" ||
         stem.starts_with("README.") || stem == "LICENSE" || stem == "CHANGELOG";
}

bool look_again(SourceFile& file) {
  struct stat status;
  if (::stat(file.path.c_str(), &status) != 0) return false;
  file.bytes = static_cast<std::uintmax_t>(status.st_size);
  file.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return true;
}

SourceList list_sources(const std::vector<std::string>& roots, const ProblemSink& problems) {
  SourceList list;
  for (const std::string& root : roots) {
    std::error_code error;
    if (!fs::exists(root, error)) {
      throw Error(ErrorCode::input, fmt::format("there is no file or folder {}", root),
                  "name the folder that holds the articles");
    }
    Walk(root, problems, list).run();
  }
  drop_repeated(list.files);
  return list;
}

}  // namespace gisa
