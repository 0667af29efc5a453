#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// At most `most` characters of valid UTF-8 from the character `from` on.
std::string_view chars_of(std::string_view text, std::size_t from, std::size_t most);

// The characters that an answer may take.
class Budget {
 public:
  explicit Budget(std::size_t chars) : left_(chars) {}

  // Takes room for `text` if there is any. Once there was none there is none for what follows, so
  // that an answer breaks off at one place.
  bool admits(std::string_view text);

  // How often there was none.
  std::size_t left_out() const { return left_out_; }

  std::size_t left() const { return left_; }

  // Nothing is left if `text` is longer than what there was.
  void take(std::string_view text);

 private:
  std::size_t left_;
  std::size_t left_out_ = 0;
};

// Leaves `most` characters of a hit's text, with its place and its marks: the first ones, or those
// from the snippet on if it would not be within them. True if there were more.
bool shorten(Hit& hit, std::size_t most);

// Keeps the hits whose texts have `chars` characters together, from the best on, and says in
// `notes` and `left_out` what it left out. The best one is shortened rather than left out.
void keep_within(std::size_t chars, SearchResult& result);

}  // namespace gisa
