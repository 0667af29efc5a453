#include "common/news/section.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "common/text/web_address.h"

namespace gisa {

namespace {

constexpr std::size_t kLongest = 200;  // bytes; BIGKinds gives an article three sections
constexpr std::string_view kBetween = ",;\n";

void add(std::string_view section, std::vector<std::string>& sections) {
  section = trim(section);
  if (section.empty() || std::find(sections.begin(), sections.end(), section) != sections.end()) {
    return;
  }
  sections.emplace_back(section);
}

// A12, 103, 12면.
bool is_page_number(std::string_view text) {
  constexpr std::string_view kPage = "면";
  if (text.ends_with(kPage)) text.remove_suffix(kPage.size());
  const std::size_t digit = std::min(text.find_first_of("0123456789"), text.size());
  return digit <= 2 && digit < text.size() &&
         text.find_first_not_of("0123456789", digit) == text.npos;
}

}  // namespace

std::vector<std::string> whole_sections_in(std::string_view text) {
  std::vector<std::string> sections;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(kBetween), text.size());
    add(text.substr(0, end), sections);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return sections;
}

std::vector<std::string> sections_in(std::string_view text) {
  std::vector<std::string> sections;
  for (const std::string& whole : whole_sections_in(text)) {
    add(std::string_view(whole).substr(0, whole.find('>')), sections);
  }
  return sections;
}

bool may_be_section(std::string_view text) {
  text = trim(text);
  return !text.empty() && text.size() <= kLongest && !is_page_number(text) && !is_web_address(text);
}

}  // namespace gisa
