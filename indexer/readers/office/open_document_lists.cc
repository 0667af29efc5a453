#include "indexer/readers/office/open_document_lists.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

constexpr unsigned kMostNumber = 1'000'000;

constexpr std::size_t kMostLevels = 9;
constexpr std::size_t kMostForms = 10'000;
constexpr std::size_t kMostPlaces = 200'000;
constexpr std::string_view kOutline = " outline";  // no style is called so

struct StyleRow {
  std::string_view begin;  // of style:num-format
  NumberStyle style;
};

constexpr std::array<StyleRow, 12> kStyles = {{
    {"A", NumberStyle::latin_capital},
    {"a", NumberStyle::latin_small},
    {"I", NumberStyle::roman_capital},
    {"i", NumberStyle::roman_small},
    {"①", NumberStyle::circled_digit},
    {"가", NumberStyle::hangul_syllable},
    {"㉮", NumberStyle::circled_hangul},
    {"ㄱ", NumberStyle::hangul_jamo},
    {"㉠", NumberStyle::circled_jamo},
    {"일", NumberStyle::hangul_word},
    {"一", NumberStyle::ideograph},
    {"壹", NumberStyle::ideograph},
}};

NumberStyle style_of(std::string_view format) {
  const auto* const row = std::find_if(kStyles.begin(), kStyles.end(), [&](const StyleRow& one) {
    return format.starts_with(one.begin);
  });
  return row == kStyles.end() ? NumberStyle::digit : row->style;
}

// Of a level, from 0: `(^1.^2)`.
std::string pattern_of(std::size_t level, const XmlEvents::Attributes& attributes) {
  std::string pattern(value_of(attributes, "num-prefix"));
  const bool is_number = !value_of(attributes, "num-format").empty();
  const std::size_t shown = std::min<std::size_t>(
      number_of(value_of(attributes, "display-levels"), 1, kMostNumber), level + 1);
  for (std::size_t at = level + 1 - shown; is_number && at <= level; ++at) {
    if (at > level + 1 - shown) pattern += '.';
    pattern.append("^").append(std::to_string(at + 1));
  }
  return std::string(trim(pattern.append(value_of(attributes, "num-suffix"))));
}

}  // namespace

void OpenDocumentLists::start(std::string_view element, const XmlEvents::Attributes& attributes) {
  if (element == "list-style") {
    form_ = value_of(attributes, "name");
  } else if (element == "outline-style") {
    form_ = kOutline;
  } else if (element.starts_with("list-level-style-") || element == "outline-level-style") {
    define_level(element, attributes);
  } else if (element == "list") {
    begin_list(attributes);
  } else if (element == "list-item" || element == "list-header") {
    is_item_ = element == "list-item";
    start_ = number_of(value_of(attributes, "start-value"), 0, kMostNumber);
  } else if (element == "p" || element == "h") {
    place(element, attributes);
  }
}

void OpenDocumentLists::end(std::string_view element) {
  if (element == "list" && !styles_.empty()) styles_.pop_back();
  if (element == "list-item") is_item_ = false;
}

void OpenDocumentLists::define_level(std::string_view element,
                                     const XmlEvents::Attributes& attributes) {
  const std::size_t level = number_of(value_of(attributes, "level"), 1, kMostNumber) - 1;
  if (level >= kMostLevels || (forms_.size() >= kMostForms && !forms_.contains(form_))) return;
  std::vector<ListLevel>& levels = forms_[form_];
  if (levels.size() <= level) levels.resize(level + 1);
  ListLevel& one = levels[level];
  if (element == "list-level-style-bullet") {
    one.pattern = plain_bullet(value_of(attributes, "bullet-char"));
  } else if (element != "list-level-style-image") {
    one.pattern = pattern_of(level, attributes);
    one.style = style_of(value_of(attributes, "num-format"));
    one.start = number_of(value_of(attributes, "start-value"), 1, kMostNumber);
  }
}

void OpenDocumentLists::begin_list(const XmlEvents::Attributes& attributes) {
  std::string style(value_of(attributes, "style-name"));
  if (!styles_.empty()) {
    styles_.push_back(style.empty() ? styles_.back() : style);
    return;
  }
  const auto continued = list_of_id_.find(std::string(value_of(attributes, "continue-list")));
  if (continued != list_of_id_.end()) {
    list_ = continued->second;
  } else if (value_of(attributes, "continue-numbering") != "true" || style != last_style_) {
    list_ = ++lists_;
  }
  const std::string_view id = value_of(attributes, "id");
  if (!id.empty() && list_of_id_.size() < kMostForms) list_of_id_[std::string(id)] = list_;
  last_style_ = style;
  styles_.push_back(std::move(style));
}

void OpenDocumentLists::place(std::string_view element, const XmlEvents::Attributes& attributes) {
  key_.reset();
  if (!styles_.empty()) {
    if (std::exchange(is_item_, false)) {
      add({list_, styles_.back(), styles_.size() - 1, std::exchange(start_, 0)});
    }
  } else if (element == "h" && value_of(attributes, "is-list-header") != "true") {
    const unsigned level = number_of(value_of(attributes, "outline-level"), 1, kMostNumber);
    if (level > 0) add({0, std::string(kOutline), level - 1, 0});
  }
}

void OpenDocumentLists::add(Place place) {
  if (places_.size() >= kMostPlaces) return;
  key_ = places_.size();
  places_.push_back(std::move(place));
}

std::string OpenDocumentLists::mark(std::size_t key) {
  if (key >= places_.size()) return {};
  const Place& place = places_[key];
  const auto form = forms_.find(place.style);
  if (form == forms_.end()) return {};
  const auto [found, is_new] =
      counted_.try_emplace({place.list, place.style}, static_cast<int>(counted_.size()));
  if (is_new) numbers_.define(found->second, form->second);
  if (place.start > 0) numbers_.start_at(found->second, place.level, place.start);
  return numbers_.next(found->second, place.level);
}

}  // namespace gisa
