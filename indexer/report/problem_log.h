#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/report/console.h"
#include "indexer/report/lacks.h"
#include "indexer/report/problem.h"
#include "indexer/report/problem_lines.h"
#include "indexer/report/problem_report.h"

namespace gisa {

// The problems of a run: counted, printed to people, and listed in the file of --report. One thread
// at a time.
class ProblemLog {
 public:
  // `report`: the file to list them in; empty for none. Throws Error (output) if it cannot be
  // written.
  ProblemLog(Console& console, const std::string& report);

  // `file` is the one on the disk that the problem was met in.
  void add(const Problem& problem, std::string_view file);

  // Counts `count` more after `last` in its file: an earlier run kept their number, not what they
  // were.
  void add_unnamed(const Problem& last, std::size_t count);

  // At the end: lists what articles lack. Throws Error (output) if some of the file could not be
  // written.
  void close(const Lacks& lacks);

  std::size_t left_out() const { return left_out_; }  // files and records
  std::size_t mended() const { return mended_; }      // places that are damaged, and indexed
  bool all_named() const { return lines_.printed_all(); }

 private:
  ProblemLines lines_;
  std::optional<ProblemReport> report_;
  std::size_t left_out_ = 0;
  std::size_t mended_ = 0;
};

}  // namespace gisa
