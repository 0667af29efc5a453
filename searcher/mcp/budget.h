#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa::mcp {

// At most `most` characters of valid UTF-8 from the character `from` on.
std::string chars_of(std::string_view text, std::size_t from, std::size_t most);

// The characters that an answer may take.
class Budget {
 public:
  explicit Budget(std::size_t chars) : left_(chars) {}

  // Takes room for `text` if there is any. Once there was none there is none for what follows, so
  // that an answer breaks off at one place.
  bool admits(std::string_view text);

  // How often there was none.
  std::size_t left_out() const { return left_out_; }

  // Nothing is left if `text` is longer than what there was.
  void take(std::string_view text);

  // `text`, or as much of it as there is room for, with an ellipsis.
  std::string cut(std::string text) const;

 private:
  std::size_t left_;
  std::size_t left_out_ = 0;
};

}  // namespace gisa::mcp
