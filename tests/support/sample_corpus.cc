#include "tests/support/sample_corpus.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <functional>
#include <iterator>
#include <sstream>

#include "common/database/database.h"
#include "common/text/utf8.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"
#include "tests/support/news_database.h"

namespace gisa {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> words_of_corpus() {
  Database database(corpus_database());
  std::vector<std::string> words;
  for (Xapian::docid id = 1; id <= database.last_passage(); ++id) {
    std::istringstream text(database.passage(id).text);
    words.insert(words.end(), std::istream_iterator<std::string>(text), {});
  }
  return words;
}

}  // namespace

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

std::string random_words(std::mt19937& random) {
  static const std::vector<std::string> words = words_of_corpus();
  std::string chosen;
  for (auto left = 1 + random() % 4; left > 0; --left) {
    const std::string& word = words[random() % words.size()];
    const std::u32string chars = folded_chars(word);
    const bool part = random() % 5 == 0 && chars.size() > 2;
    chosen += part ? utf8(chars.substr(1, 1 + random() % 2)) : word;
    chosen += ' ';
  }
  return chosen;
}

}  // namespace gisa
