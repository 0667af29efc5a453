#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/stored_passage.h"

namespace gisa {

// What a page of a document begins with in an article's body (U+000C).
constexpr char kPageSign = '\f';

// What stands before the headers and footers of a document's pages, behind its text (U+000B).
constexpr char kRunningSign = '\v';

// A body without its signs, where the pages begin in it, and where the headers and footers do. What
// stands before the first sign of a page is page 1; if nothing does, page 1 is behind it. Without
// any such sign no page is known.
class PagedBody {
 public:
  explicit PagedBody(std::string_view body);

  const std::string& text() const { return text_; }

  // Sets on which pages the stretch text()[span] stands.
  void number(Span span, StoredPassage& passage) const;

  // Adds to `boilerplate`, spans of the stretch text()[span], what of it are headers and footers.
  void add_running(Span span, std::vector<Span>& boilerplate) const;

 private:
  std::string text_;
  std::vector<std::size_t> begins_;          // of each page in text_, ascending
  std::size_t running_ = std::string::npos;  // where headers and footers begin, if there are any
};

}  // namespace gisa
