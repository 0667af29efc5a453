#include "indexer/report/problem_log.h"

namespace gisa {

ProblemLog::ProblemLog(Console& console, const std::string& report) : lines_(console) {
  if (!report.empty()) report_.emplace(report);
}

void ProblemLog::add(const Problem& problem, std::string_view file) {
  ++(problem.left_out ? left_out_ : mended_);
  lines_.print(problem, file);
  if (report_) report_->add(problem);
}

void ProblemLog::add_unnamed(const Problem& last, std::size_t count) {
  if (count == 0) return;
  left_out_ += count;
  lines_.print_more(last.path, "a run with --report FILE that reads it anew");
}

void ProblemLog::close(const Lacks& lacks) {
  if (!report_) return;
  for (const Lack& lack : lacks.each()) report_->add(lack);
  report_->close();
}

}  // namespace gisa
