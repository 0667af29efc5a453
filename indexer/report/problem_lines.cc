#include "indexer/report/problem_lines.h"

#include <fmt/format.h>

#include "common/text/visible.h"

namespace gisa {

namespace {

constexpr std::size_t kMostLines = 20;  // of one file

}  // namespace

void ProblemLines::print(const Problem& problem, std::string_view file) {
  in_row_ = file == file_ ? in_row_ + 1 : 1;
  file_ = file;
  if (in_row_ <= kMostLines) {
    console_.line(fmt::format("gisa-index: {}", visible(problem.where())), visible(problem.what));
  } else if (in_row_ == kMostLines + 1) {
    print_more(file_, "--report FILE");
  }
}

void ProblemLines::print_more(std::string_view file, std::string_view lister) {
  printed_all_ = false;
  console_.line(fmt::format("gisa-index: {}", visible(file)),
                fmt::format("there is more; {} lists all", lister));
}

}  // namespace gisa
