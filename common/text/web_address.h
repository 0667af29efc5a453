#pragma once

#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// Whether `text` begins as an address in the web does.
inline bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// The address of an article; empty if none is known. A feed's record may have it for an id.
inline const std::string& address_of(const Article& article) {
  return article.url.empty() && is_web_address(article.id) ? article.id : article.url;
}

}  // namespace gisa
