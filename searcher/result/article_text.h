#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// A part of a text, in bytes and in characters.
struct Stretch {
  Span bytes;
  Span chars;
};

// The text of an article, put together from its passages in their order. A newline stands between
// two of them, or nothing where the first ends in a newline or in a blank: a paragraph that is too
// long for one passage is cut behind a blank. Offsets into an article are offsets into this text.
class ArticleText {
 public:
  // Appends the next passage; where it stands now.
  Stretch add(std::string_view passage);

  const std::string& text() const { return text_; }
  std::size_t chars() const { return chars_; }

 private:
  std::string text_;
  std::size_t chars_ = 0;
};

}  // namespace gisa
