#include "indexer/readers/pdf/running_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLinesAtAnEdge = 3;
constexpr std::size_t kLeastPages = 3;

// A line as it is on every page: without blanks, each number one sign.
std::string pattern_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') continue;
    if (!is_ascii_digit(static_cast<unsigned char>(c))) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

// `3`, `- 3 -`, `3 / 12`, `3쪽`, `p. 3`.
bool is_page_number(std::string_view pattern) {
  constexpr std::array<std::string_view, 13> kForms = {"#",     "-#-",   "–#–",  "—#—", "#/#",
                                                       "-#/#-", "(#)",   "[#]",  "#쪽", "p.#",
                                                       "P.#",   "page#", "Page#"};
  return std::find(kForms.begin(), kForms.end(), pattern) != kForms.end();
}

// The lines at the top and the bottom of a page, by their place on it.
std::vector<std::size_t> lines_at_edges(const PdfLines& page) {
  std::vector<std::size_t> order(page.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return page.lines[a].top < page.lines[b].top;
  });
  if (order.size() > 2 * kLinesAtAnEdge) {
    order.erase(order.begin() + kLinesAtAnEdge, order.end() - kLinesAtAnEdge);
  }
  return order;
}

// In the upper or lower sixth of the page, where no text begins or ends by chance.
bool is_in_margin(const PdfLine& line, int page_height) {
  return 6 * line.bottom < page_height || 6 * line.top > 5 * page_height;
}

}  // namespace

std::vector<std::string> take_running_lines(std::vector<PdfLines>& pages) {
  std::map<std::string, std::size_t> counts;  // of pages
  for (const PdfLines& page : pages) {
    std::vector<std::string> patterns;
    for (const std::size_t i : lines_at_edges(page)) {
      patterns.push_back(pattern_of(page.lines[i].text));
    }
    std::sort(patterns.begin(), patterns.end());
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    for (std::string& pattern : patterns) ++counts[std::move(pattern)];
  }
  std::map<std::string, bool> met;
  std::vector<std::string> taken;
  for (PdfLines& page : pages) {
    std::vector<std::size_t> gone;
    for (const std::size_t i : lines_at_edges(page)) {
      const PdfLine& line = page.lines[i];
      if (!is_in_margin(line, page.page_height)) continue;
      const std::string pattern = pattern_of(line.text);
      const std::size_t count = counts[pattern];
      const bool repeats = count >= kLeastPages && 2 * count > pages.size();
      if (!repeats && !is_page_number(pattern)) continue;
      gone.push_back(i);
      if (!is_page_number(pattern) && !std::exchange(met[pattern], true)) {
        taken.push_back(line.text);
      }
    }
    std::sort(gone.rbegin(), gone.rend());
    for (const std::size_t i : gone) {
      page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return taken;
}

}  // namespace gisa
