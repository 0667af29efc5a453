#include "indexer/source/sources.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "common/folder/database_folder.h"
#include "common/text/encoding.h"
#include "common/text/normalize.h"
#include "gisa/error.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

// Any bytes a file name has, as text to show: most are UTF-8 (NFD from a Mac), some CP949.
std::string name_as_text(const fs::path& path) {
  const std::string bytes = path.generic_string();
  return decode(bytes, detect_encoding(bytes)).text;
}

// What systems and programs leave in folders, in lower case.
constexpr std::array<std::string_view, 11> kNames = {
    "thumbs.db",   "ehthumbs.db", "ehthumbs_vista.db",
    "desktop.ini", "icon\r",      "__macosx",
    "@eadir",      "#recycle",    "system volume information",
    "lost+found",  "$recycle.bin"};
constexpr std::array<std::string_view, 3> kBeginnings = {".", "~$", "~wrl"};  // Office's locks
constexpr std::array<std::string_view, 9> kEnds = {
    "~", ".tmp", ".part", ".partial", ".crdownload", ".swp", ".lnk", ".url", ".webloc"};

// The folder in which browsers put the pictures and scripts of a page they save.
bool is_of_saved_page(const fs::path& folder) {
  const std::string name = folder.string();
  for (const std::string_view end : {"_files", ".files", "_파일"}) {
    if (!name.ends_with(end)) continue;
    const std::string page = name.substr(0, name.size() - end.size());
    if (fs::exists(page + ".html") || fs::exists(page + ".htm")) return true;
  }
  return false;
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
      if (!is_of_saved_page(entry)) visit_folder(entry);
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
    restat(file);
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
  if (stem == "README" || stem.starts_with("README.") || stem == "LICENSE" || stem == "CHANGELOG") {
    return true;
  }
  const std::string plain = fold(name_as_text(name));
  const auto is = [&](std::string_view known) { return plain == known; };
  const auto begins = [&](std::string_view known) { return plain.starts_with(known); };
  const auto ends = [&](std::string_view known) { return plain.ends_with(known); };
  return std::any_of(kNames.begin(), kNames.end(), is) ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::any_of(kEnds.begin(), kEnds.end(), ends);
}

bool restat(SourceFile& file) {
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
    bool silent = true;
    const ProblemSink report = [&](Problem problem) {
      silent = false;
      problems(std::move(problem));
    };
    const std::size_t before = list.files.size();
    Walk(root, report, list).run();
    if (silent && list.files.size() == before) report({root, "holds no file to index"});
  }
  drop_repeated(list.files);
  return list;
}

}  // namespace gisa
