#include "sample_corpus.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <functional>

#include "news_database.h"

namespace gisa {

namespace fs = std::filesystem;

const std::string& corpus_database() {
  static const TempFolder folder;
  static const std::string path = [] {
    index_files(folder / "db", {GISA_CORPUS});
    return folder / "db";
  }();
  return path;
}

const std::vector<std::string>& corpus_in_halves() {
  static const TempFolder folder;
  static const std::vector<std::string> paths = [] {
    std::array<std::vector<fs::path>, 2> files;
    for (const auto& entry : fs::recursive_directory_iterator(GISA_CORPUS)) {
      if (!entry.is_regular_file()) continue;
      const fs::path file = fs::relative(entry.path(), GISA_CORPUS);
      files.at(std::hash<std::string>()(file.string()) % 2).push_back(file);
    }
    std::vector<std::string> databases;
    for (std::size_t half = 0; half < files.size(); ++half) {
      const fs::path source = folder / fmt::format("source{}", half);
      for (const fs::path& file : files.at(half)) {
        fs::create_directories((source / file).parent_path());
        fs::copy_file(GISA_CORPUS / file, source / file);
      }
      databases.push_back(folder / fmt::format("db{}", half));
      index_files(databases.back(), {source.string()});
    }
    return databases;
  }();
  return paths;
}

}  // namespace gisa
