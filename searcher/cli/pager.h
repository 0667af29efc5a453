#pragma once

#include <string>

namespace gisa {

// Shows text on standard output; what does not fit on the terminal that this is goes through a
// pager. One may leave the pager early.
class Pager {
 public:
  // `wanted` is false for --no-pager. The pager is $PAGER, else `less -R`; if that is empty or
  // `cat`, or standard output is no terminal, there is none.
  explicit Pager(bool wanted);

  bool pages() const { return !command_.empty(); }

  // Throws gisa::Error (output) if no pager can be started.
  void show(const std::string& text) const;

 private:
  std::string command_;  // empty: none
};

}  // namespace gisa
