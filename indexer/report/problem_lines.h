#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/report/console.h"
#include "indexer/report/problem.h"

namespace gisa {

// Prints problems for people: a line each, and of a file that is full of them the first ones.
class ProblemLines {
 public:
  explicit ProblemLines(Console& console) : console_(console) {}

  // `file` is the one on the disk that the problem was met in.
  void print(const Problem& problem, std::string_view file);

  bool printed_all() const { return printed_all_; }

  // Says that the file has more of them, and what lists them.
  void print_more(std::string_view file, std::string_view lister);

 private:
  Console& console_;
  std::string file_;        // of the last one
  std::size_t in_row_ = 0;  // problems of this file, one after the other
  bool printed_all_ = true;
};

}  // namespace gisa
