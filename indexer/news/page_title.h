#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The title of a page without the name of its site behind it: `쌀값 올라 - 다온뉴스`, `쌀값 올라 |
// 경제 | 다온뉴스`. `site` is the site's name, or empty if it is not known.
std::string title_without_site(std::string_view title, std::string_view site);

}  // namespace gisa
