#include "indexer/readers/page_facts.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/portal.h"

namespace gisa {

namespace {

// Words of class and id as marks_of() reads them, and the field of what stands in such an element.
struct MarkedRow {
  std::string_view words;
  std::string Article::*field;
};

constexpr std::array<MarkedRow, 49> kMarked = {{
    // Naver, Daum, Nate, Zum
    {"media end head journalist name", &Article::byline},
    {"media end head headline", &Article::title},
    {"media end head top logo", &Article::press},
    {"articletitle", &Article::title},
    {"end tit", &Article::title},
    {"press logo", &Article::press},
    {"presslogo", &Article::press},
    {"tit view", &Article::title},
    {"txt info", &Article::byline},
    {"num date", &Article::date},
    {"info cp", &Article::press},
    {"link cp", &Article::press},
    {"articlesubecjt", &Article::title},
    {"articlesubject", &Article::title},
    {"viewtite", &Article::title},
    {"firstdate", &Article::date},
    {"t11", &Article::date},
    {"medium", &Article::press},
    {"news title", &Article::title},
    // NDsoft and others
    {"article head title", &Article::title},
    {"article title", &Article::title},
    {"article headline", &Article::title},
    {"view title", &Article::title},
    {"news tit", &Article::title},
    {"headline", &Article::title},
    {"journalist name", &Article::byline},
    {"reporter name", &Article::byline},
    {"author name", &Article::byline},
    {"writer name", &Article::byline},
    {"byline", &Article::byline},
    {"reporter", &Article::byline},
    {"journalist", &Article::byline},
    {"writer", &Article::byline},
    {"author", &Article::byline},
    {"media logo", &Article::press},
    {"media name", &Article::press},
    {"press name", &Article::press},
    {"newspaper", &Article::press},
    {"publisher", &Article::press},
    {"pubdate", &Article::date},
    {"regdate", &Article::date},
    {"reg date", &Article::date},
    {"write date", &Article::date},
    {"article date", &Article::date},
    {"news date", &Article::date},
    {"datetime", &Article::date},
    {"date time", &Article::date},
    {"date", &Article::date},
    {"time", &Article::date},
}};

struct AttributeRow {
  const char* name;
  std::string Article::*field;
};

constexpr std::array<AttributeRow, 4> kAttributes = {{{"data-date-time", &Article::date},
                                                      {"data-modify-date-time", &Article::modified},
                                                      {"data-published-at", &Article::date},
                                                      {"data-pubdate", &Article::date}}};

constexpr std::array<std::string_view, 13> kDateLabels = {
    "입력", "등록", "승인",     "발행", "송고", "게재",     "게시",
    "작성", "전송", "기사작성", "최초", "보도", "Published"};

constexpr std::size_t kLongestLine = 160;  // bytes of a line about an article
constexpr std::size_t kMostNodes = 60;     // of such a line
constexpr std::size_t kLongestName = 20;   // characters of a newspaper or reporter
constexpr std::size_t kShortestDate = 10;  // 2020-02-03

bool gather(const _xmlNode* element, std::string& text, std::size_t& nodes) {
  for (const _xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (++nodes > kMostNodes || text.size() > kLongestLine) return false;
    if (child->type == XML_TEXT_NODE && child->content != nullptr) {
      text += reinterpret_cast<const char*>(child->content);
    } else if (child->type == XML_ELEMENT_NODE) {
      const std::string_view name = reinterpret_cast<const char*>(child->name);
      if (name == "script" || name == "style") continue;
      if (!gather(child, text, nodes)) return false;
      text += ' ';
    }
  }
  return text.size() <= kLongestLine;
}

// The text of an element that is no longer than a line of data; else empty.
std::string line_of(const _xmlNode* element) {
  std::string text;
  std::size_t nodes = 0;
  if (!gather(element, text, nodes)) return {};
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::string(trim(plain_text(std::move(text))));
}

// The name a logo within `element` is of: `다온뉴스 로고`.
std::string name_of_logo(const _xmlNode* element) {
  if (std::string_view(reinterpret_cast<const char*>(element->name)) == "img") {
    std::string text = plain_text(attribute(element, "alt"));
    if (trim(text).empty()) text = plain_text(attribute(element, "title"));
    for (const std::string_view end : {"로고", "logo", "LOGO"}) {
      if (text.ends_with(end)) text.resize(text.size() - end.size());
    }
    return std::string(trim(text));
  }
  for (const _xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    std::string name = name_of_logo(child);
    if (!name.empty()) return name;
  }
  return {};
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

bool is_day(std::string_view date) { return date.size() >= kShortestDate; }

bool holds_word(std::string_view marks, std::string_view words) {
  for (std::size_t at = marks.find(words); at != marks.npos; at = marks.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || marks[at - 1] == ' ') && (end == marks.size() || marks[end] == ' ')) {
      return true;
    }
  }
  return false;
}

bool ends_in_role(std::string_view line) {
  constexpr std::array<std::string_view, 4> kRoles = {" 기자", " 특파원", " 논설위원", " 선임기자"};
  return std::any_of(kRoles.begin(), kRoles.end(),
                     [&](std::string_view role) { return line.ends_with(role); });
}

// Where the date stands in `입력 2020.02.03`, `기사입력시간 : 2020-02-03`; nowhere in `등록 학생은
// 2020년`.
std::string_view labelled_date_in(std::string_view line) {
  for (const std::string_view label : kDateLabels) {
    const std::size_t at = line.find(label);
    if (at == line.npos) continue;
    const std::size_t digit = line.find_first_of("0123456789", at + label.size());
    if (digit == line.npos) continue;
    const std::string_view between =
        trim(line.substr(at + label.size(), digit - at - label.size()));
    constexpr std::array<std::string_view, 7> kBetween = {"", ":", "|", "시간", "일시", "일", "됨"};
    if (std::any_of(kBetween.begin(), kBetween.end(), [&](std::string_view words) {
          return between == words ||
                 (between.ends_with(':') && trim(between.substr(0, between.size() - 1)) == words);
        })) {
      return line.substr(at);
    }
  }
  return {};
}

bool is_name(std::string_view text) {
  return !text.empty() && count_chars(text) <= kLongestName && !has_digit(text);
}

}  // namespace

void PageFacts::take(const _xmlNode* element) {
  if (element->properties != nullptr) {
    take_attributes(element);
    const std::string marks = marks_of(element);
    if (marks.size() > 1) take_marked(marks, element);
  }
  take_line(element);
}

void PageFacts::take_attributes(const _xmlNode* element) {
  for (const AttributeRow& row : kAttributes) {
    std::string& field = labelled_.*row.field;
    if (field.empty()) field = parse_date(attribute(element, row.name));
  }
}

void PageFacts::take_marked(std::string_view marks, const _xmlNode* element) {
  for (const MarkedRow& row : kMarked) {
    std::string& field = marked_.*row.field;
    if (!field.empty() || !holds_word(marks, row.words)) continue;
    std::string text = line_of(element);
    if (row.field == &Article::press) {
      const std::string logo = name_of_logo(element);
      text = without_portal(logo.empty() ? text : logo);
      if (!is_name(text)) continue;
    } else if (row.field == &Article::byline) {
      if (!is_name(text)) continue;
    } else if (row.field == &Article::date) {
      text = parse_date(text);
      if (!is_day(text)) continue;
    }
    field = std::move(text);
    return;
  }
}

void PageFacts::take_line(const _xmlNode* element) {
  if (!labelled_.date.empty() && !signed_.empty()) return;
  const std::string line = line_of(element);
  if (line.empty()) return;
  const std::string_view dated = labelled_.date.empty() ? labelled_date_in(line) : "";
  if (!dated.empty()) {
    NewsDates dates = parse_dates(dated);
    if (dates.issued.empty()) {
      dates.issued = parse_date(dated.substr(dated.find_first_of("0123456789")));
    }
    if (is_day(dates.issued)) labelled_.date = std::move(dates.issued);
    if (labelled_.modified.empty() && is_day(dates.modified)) {
      labelled_.modified = std::move(dates.modified);
    }
  }
  if (signed_.empty() && is_name(line) && ends_in_role(line)) signed_ = line;
}

Article PageFacts::article() const {
  Article article = marked_;
  if (!labelled_.date.empty()) article.date = labelled_.date;
  article.modified = labelled_.modified;
  if (article.byline.empty()) article.byline = signed_;
  return article;
}

}  // namespace gisa
