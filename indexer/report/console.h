#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace gisa {

// Standard error as the indexer uses it: lasting lines, and on a terminal one line of progress that
// is rewritten in place. Silent about progress anywhere else.
class Console {
 public:
  Console();

  // A line that stays.
  void line(const std::string& text);

  // Whether progress() would show anything now.
  bool wants_progress() const;

  // Replaces the line of progress, a few times a second at most.
  void progress(std::uint64_t done, std::uint64_t all, const std::string& what);

  // Takes the line of progress away.
  void clear_progress();

 private:
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace gisa
