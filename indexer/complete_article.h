#pragma once

#include <cstddef>
#include <string>

#include "gisa/article.h"

namespace gisa {

// Makes of what a reader found an article as the index wants it: a title of one line that the body
// does not repeat, press, byline and date from the body where they are empty, the date in ISO 8601,
// `place` as the id if it has none. False if there is nothing in it to find.
bool complete_article(Article& article, const std::string& place);

// Of the title and the body.
std::size_t text_bytes(const Article& article);

}  // namespace gisa
