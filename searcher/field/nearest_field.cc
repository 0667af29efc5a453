#include "searcher/field/nearest_field.h"

#include <string>
#include <utility>

#include "common/text/edit_distance.h"
#include "common/text/lower_ascii.h"
#include "common/text/utf32.h"
#include "searcher/field/field.h"

namespace gisa {

namespace {

// Of other search engines, and of newspapers.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"author", "by:"},        {"reporter", "by:"},     {"byline", "by:"},
    {"writer", "by:"},        {"글쓴이", "by:"},       {"작성자", "by:"},
    {"기고자", "by:"},        {"media", "press:"},     {"source", "press:"},
    {"newspaper", "press:"},  {"publisher", "press:"}, {"매체", "press:"},
    {"신문", "press:"},       {"신문사", "press:"},    {"headline", "title:"},
    {"subject", "title:"},    {"intitle", "title:"},   {"allintitle", "title:"},
    {"부제목", "title:"},     {"일자", "date:"},       {"기간", "date:"},
    {"day", "date:"},         {"since", "date:"},      {"before", "date:"},
    {"category", "section:"}, {"desk", "section:"},    {"섹션", "section:"},
    {"지면", "section:"},     {"after", "date:"},      {"site", "url:"},
    {"link", "url:"},         {"inurl", "url:"},       {"주소", "url:"},
    {"file", "path:"},        {"folder", "path:"},
};

}  // namespace

std::string_view nearest_field(std::string_view name) {
  const std::string lower = lower_ascii(name);
  for (const auto& [other, written] : kOtherNames) {
    if (lower == other) return written;
  }
  const std::u32string typed = utf32(lower);
  for (const WrittenField& field : written_fields()) {
    const std::u32string known = utf32(field.text.substr(0, field.text.size() - 1));
    const std::size_t slips = known.size() < 4 ? 0 : 1;
    if (edit_distance(typed, known) <= slips) return field.text;
  }
  return {};
}

}  // namespace gisa
