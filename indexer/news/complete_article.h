#pragma once

#include <cstddef>
#include <string>

#include "gisa/article.h"

namespace gisa {

// What complete_article() reports.
struct Completion {
  bool has_text = false;    // a title or a body: something to find
  std::string unread_date;  // what stands for a date, of issue or change, and is not understood
  std::string too_long;     // the field that was longer than fits beside every passage, or empty
};

// Makes of what a reader found an article as the index wants it: a title of one line that the body
// does not repeat, press, byline and date from the body where they are empty or not understood, the
// date in ISO 8601, `place` as the id if it has none. The text of a title, press or byline that is
// too long to be one is put into the body.
Completion complete_article(Article& article, const std::string& place);

// Of the title and the body.
std::size_t text_bytes(const Article& article);

}  // namespace gisa
