#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa {

// Standard error as the indexer uses it: lasting lines, and on a terminal one line of progress that
// is rewritten in place. Silent about progress anywhere else.
class Console {
 public:
  // What a sentence in English is in the language of the reader.
  using Translate = std::string (*)(std::string_view english);

  // Without `translate` it speaks English.
  explicit Console(Translate translate = nullptr);

  // A line that stays.
  void line(const std::string& text);

  // The same, of something that has a name; that is not translated.
  void line(const std::string& name, const std::string& text);

  // Whether progress() would show anything now.
  bool wants_progress() const;

  // Replaces the line of progress, a few times a second at most.
  void progress(std::uint64_t done, std::uint64_t all, const std::string& what);

  // Takes the line of progress away.
  void clear_progress();

 private:
  std::string translated(const std::string& text) const;

  Translate translate_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace gisa
