#pragma once

#include <string>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// What a page's JSON-LD (each as it stands) says of its article: what schema.org calls an Article,
// known by its headline or body, wherever it is: alone, in a list, in a @graph, within a WebPage.
// Who is named by an @id alone is looked up. Without an id.
Article article_from_linked_data(const std::vector<std::string>& texts);

}  // namespace gisa
