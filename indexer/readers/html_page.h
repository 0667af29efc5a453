#pragma once

#include <map>
#include <string>
#include <vector>

#include "gisa/article.h"

struct _xmlNode;

namespace gisa {

// What a page says of itself in its head, and where its text may be.
struct HtmlPage {
  std::string title;                        // <title>
  std::string canonical;                    // its address
  std::string heading;                      // the first <h1>
  std::string time;                         // the first <time datetime>
  std::map<std::string, std::string> meta;  // name, property or itemprop in lower case -> content
  std::vector<std::string> linked_data;     // JSON-LD, as it stands
  std::vector<const _xmlNode*> scripts;     // the others
  Article shown;                            // what its elements say, without a body
  const _xmlNode* article = nullptr;        // the element that holds the article's text
};

// `root` outlives the result.
HtmlPage survey_page(const _xmlNode* root);

// What stands in a script.
std::string raw_text(const _xmlNode* element);

}  // namespace gisa
