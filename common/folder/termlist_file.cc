#include "common/folder/termlist_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include "gisa/error.h"

namespace gisa {

namespace {

std::string path_in(const std::string& folder) { return folder + "/termlist.glass"; }

}  // namespace

void make_termlist_file(const std::string& folder) {
  if (!std::filesystem::exists(folder + "/postlist.glass")) return;  // another format has others
  if (std::ofstream(path_in(folder), std::ios::app)) return;
  throw Error(ErrorCode::output, fmt::format("cannot write {}", path_in(folder)),
              "look at free space and permissions there");
}

NoTermlistFile::NoTermlistFile(std::string folder) : folder_(std::move(folder)) {
  std::error_code ignored;
  std::filesystem::remove(path_in(folder_), ignored);
}

// Where it cannot be made, the next run makes it.
NoTermlistFile::~NoTermlistFile() { std::ofstream(path_in(folder_), std::ios::app); }

}  // namespace gisa
