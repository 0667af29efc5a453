#include "indexer/readers/office/slides.h"

#include <algorithm>
#include <set>

#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// Each line of the slides' headers and footers once.
std::string running_lines_of(const std::vector<Slide>& slides) {
  std::set<std::string_view> met;
  std::string out;
  for (const Slide& slide : slides) {
    for (std::string_view rest = slide.asides; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      if (!line.empty() && met.insert(line).second) out.append(line).append("\n");
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

}  // namespace

void check_slides(std::size_t count) {
  constexpr std::size_t kMost = 20'000;
  if (count <= kMost) return;
  throw Error(ErrorCode::input, "holds more than 20000 slides; left out from there on");
}

std::string text_of_slides(const std::vector<Slide>& slides) {
  const bool is_empty = std::all_of(slides.begin(), slides.end(),
                                    [](const Slide& slide) { return trim(slide.text).empty(); });
  if (is_empty) return {};
  std::string out;
  for (const Slide& slide : slides) {
    if (&slide != &slides.front()) out += "\f\n";
    out += slide.text;
  }
  if (const std::string running = running_lines_of(slides); !running.empty()) {
    out.append("\v").append(running);
  }
  return out;
}

std::string title_of_slide(std::string_view paragraph) {
  std::string title(trim(paragraph));
  std::replace(title.begin(), title.end(), '\n', ' ');
  return title;
}

}  // namespace gisa
