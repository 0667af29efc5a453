#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// A stretch of consecutive lines of an article's body. The passages of a body cover it from end to
// end, in order: nothing is lost but blank lines between them.
struct Passage {
  Span span;                      // in the body
  std::string heading;            // the section heading it stands under, or empty
  std::vector<Span> boilerplate;  // lines inside, relative to the passage, that do not rank
};

// Cuts a body into passages of about 800 characters: before a section heading, else between
// paragraphs, else between sentences of an overlong paragraph.
std::vector<Passage> split_into_passages(std::string_view body);

}  // namespace gisa
