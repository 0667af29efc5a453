#pragma once

#include <fstream>
#include <string>

#include "indexer/report/lacks.h"
#include "indexer/report/problem.h"

namespace gisa {

// The file of --report: one JSON object a line for every file and record that was not indexed as it
// stands, then for every field that articles lack (docs/intake.md).
class ProblemReport {
 public:
  // Begins the file anew. Throws Error (output) if it cannot be written.
  explicit ProblemReport(const std::string& path);

  void add(const Problem& problem);

  // How many articles lack a field, if there are any.
  void add(const Lack& lack);

  // To be called at the end. Throws Error (output) if some of it could not be written.
  void close();

 private:
  std::string path_;
  std::ofstream file_;
};

// One line without its newline.
std::string to_json(const Problem& problem);

}  // namespace gisa
