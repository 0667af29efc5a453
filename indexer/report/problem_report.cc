#include "indexer/report/problem_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "gisa/error.h"

namespace gisa {

std::string to_json(const Problem& problem) {
  nlohmann::ordered_json line;
  line["path"] = problem.path;
  if (problem.record > 0) line["record"] = problem.record;
  if (problem.offset) line["offset"] = *problem.offset;
  line["indexed"] = !problem.left_out;
  line["reason"] = problem.what;
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ProblemReport::ProblemReport(const std::string& path) : path_(path), file_(path) {
  if (!file_) throw Error(ErrorCode::output, fmt::format("the report {} cannot be written", path));
}

void ProblemReport::add(const Problem& problem) { file_ << to_json(problem) << '\n'; }

void ProblemReport::add(const Lack& lack) {
  if (lack.articles == 0) return;
  nlohmann::ordered_json line;
  line["without"] = lack.field;
  line["articles"] = lack.articles;
  line["example"] = lack.example;
  file_ << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void ProblemReport::close() {
  file_.close();
  if (!file_) {
    throw Error(ErrorCode::output, fmt::format("the report {} could not be written whole", path_));
  }
}

}  // namespace gisa
