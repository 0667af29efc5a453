#include "indexer/news/page_title.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::array<std::string_view, 9> kSeparators = {" - ", " | ", " :: ", " : ", " < ",
                                                         " > ", " – ", " — ",  " ㅣ "};

constexpr std::size_t kLongestSite = 12;     // characters
constexpr std::size_t kLongestTitle = 2000;  // bytes; what is longer is no title with a site behind

// What stands alone behind a separator and is no sentence: a site's name, or one of its sections.
bool looks_like_site(std::string_view part) {
  return !part.empty() && count_chars(part) <= kLongestSite &&
         std::count(part.begin(), part.end(), ' ') <= 1 &&
         part.find_first_of(",.?!\"'") == part.npos;
}

// Of the site when its name says so, whatever it looks like.
bool is_site(std::string_view part, std::string_view site) {
  return site.empty() ? looks_like_site(part) : part == site;
}

}  // namespace

std::string title_without_site(std::string_view title, std::string_view site) {
  title = trim(title);
  bool found = false;
  while (title.size() <= kLongestTitle) {
    std::size_t cut = std::string_view::npos;
    std::size_t width = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.rfind(separator);
      if (at == std::string_view::npos || (cut != std::string_view::npos && at < cut)) continue;
      cut = at;
      width = separator.size();
    }
    if (cut == std::string_view::npos || cut == 0) break;
    const std::string_view part = trim(title.substr(cut + width));
    // Behind the title come sections, and the site's name last.
    if (!is_site(part, found ? std::string_view() : site)) break;
    found = true;
    title = trim(title.substr(0, cut));
    if (site.empty()) break;
  }
  return std::string(title);
}

}  // namespace gisa
