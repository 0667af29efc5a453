#include "indexer/problem_lines.h"

#include <fmt/format.h>

#include <utility>

#include "indexer/problem_report.h"

namespace gisa {

namespace {

constexpr std::size_t kMostLines = 20;  // of one file

}  // namespace

void ProblemLines::tell(const Problem& problem) {
  std::string path = path_of(problem);
  told_ = path == path_ ? told_ + 1 : 1;
  path_ = std::move(path);
  if (told_ <= kMostLines) {
    console_.line(fmt::format("gisa-index: {}: {}", problem.where, problem.what));
  } else if (told_ == kMostLines + 1) {
    tell_of_more(path_, "--report FILE");
  }
}

void ProblemLines::tell_of_more(const std::string& path, const std::string& lister) {
  console_.line(fmt::format("gisa-index: {}: there is more; {} lists all", path, lister));
}

}  // namespace gisa
