#include "indexer/readers/office/word_lists.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

constexpr std::size_t kMostStyles = 10'000;
constexpr std::size_t kMostLists = 10'000;
constexpr std::size_t kMostLevels = 9;
constexpr std::size_t kLongestPattern = 50;  // bytes
constexpr int kOwnCount = 1'000'000;         // a list that is counted for itself, behind all forms

std::optional<int> number_in(std::string_view value) {
  int number = 0;
  const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool sound = failed == std::errc() && number >= 0 && number < kOwnCount;
  return sound ? std::optional(number) : std::nullopt;
}

NumberStyle style_of(std::string_view name) {
  struct StyleRow {
    std::string_view name;
    NumberStyle style;
  };
  constexpr std::array<StyleRow, 11> kStyles = {{
      {"decimalEnclosedCircle", NumberStyle::circled_digit},
      {"upperRoman", NumberStyle::roman_capital},
      {"lowerRoman", NumberStyle::roman_small},
      {"upperLetter", NumberStyle::latin_capital},
      {"lowerLetter", NumberStyle::latin_small},
      {"ganada", NumberStyle::hangul_syllable},
      {"chosung", NumberStyle::hangul_jamo},
      {"koreanDigital", NumberStyle::hangul_word},
      {"koreanCounting", NumberStyle::hangul_word},
      {"ideographDigital", NumberStyle::ideograph},
      {"chineseCounting", NumberStyle::ideograph},
  }};
  const auto* const row = std::find_if(kStyles.begin(), kStyles.end(),
                                       [&](const StyleRow& one) { return one.name == name; });
  return row == kStyles.end() ? NumberStyle::digit : row->style;
}

// `%1.` as ^1. is; a sign without a number as it is seen.
std::string pattern_of(std::string_view text) {
  if (text.find('%') == text.npos) return plain_bullet(text);
  std::string pattern(text);
  std::replace(pattern.begin(), pattern.end(), '%', '^');
  return pattern;
}

}  // namespace

void WordStyles::start(std::string_view name, const Attributes& attributes) {
  const std::string_view element = local_name(name);
  const std::string_view value = value_of(attributes, "val");
  if (element == "style") id_ = value_of(attributes, "styleId");
  if (element == "name" && (value == "Title" || value == "제목")) title_id_ = id_;
  if (element == "numPr") in_list_ = true;
  if (styles_.size() >= kMostStyles) return;
  if (element == "basedOn") styles_[id_].base = value;
  if (element == "numId" && in_list_) styles_[id_].list = number_in(value);
  if (element == "ilvl" && in_list_) styles_[id_].level = number_in(value);
}

void WordStyles::end(std::string_view name) {
  if (local_name(name) == "numPr") in_list_ = false;
}

WordListPlace WordStyles::resolved(WordListPlace place) const {
  constexpr int kDeepest = 20;
  std::string id = place.style;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) break;
    if (!place.list) place.list = style->second.list;
    if (!place.level) place.level = style->second.level;
    id = style->second.base;
  }
  return place;
}

void WordLists::start(std::string_view name, const Attributes& attributes) {
  const std::string_view element = local_name(name);
  if (element == "abstractNum") {
    const auto id = number_in(value_of(attributes, "abstractNumId"));
    form_ = id && forms_.size() < kMostLists ? &forms_[*id] : nullptr;
  } else if (element == "num") {
    list_ = number_in(value_of(attributes, "numId"));
    starts_.clear();
  } else if (element == "abstractNumId" && list_) {
    form_of_list_ = number_in(value_of(attributes, "val")).value_or(0);
  } else if (element == "lvlOverride") {
    overridden_ = static_cast<std::size_t>(number_in(value_of(attributes, "ilvl")).value_or(0));
  } else if (element == "startOverride" && overridden_ < kMostLevels) {
    starts_[overridden_] =
        static_cast<unsigned>(number_in(value_of(attributes, "val")).value_or(1));
  } else if (form_ != nullptr) {
    set_level(element, attributes);
  }
}

void WordLists::set_level(std::string_view element, const Attributes& attributes) {
  if (element == "lvl") {
    level_ = static_cast<std::size_t>(number_in(value_of(attributes, "ilvl")).value_or(0));
    if (level_ < kMostLevels && form_->size() <= level_) form_->resize(level_ + 1);
  }
  if (level_ >= form_->size()) return;
  ListLevel& level = (*form_)[level_];
  const std::string_view value = value_of(attributes, "val");
  if (element == "start") level.start = static_cast<unsigned>(number_in(value).value_or(1));
  if (element == "numFmt") level.style = style_of(value);
  if (element == "lvlText") level.pattern = pattern_of(cut_to_bytes(value, kLongestPattern));
}

void WordLists::end(std::string_view name) {
  const std::string_view element = local_name(name);
  if (element == "abstractNum") form_ = nullptr;
  if (element != "num" || !list_ || lists_.size() >= kMostLists) return;
  const int list = *std::exchange(list_, std::nullopt);
  std::vector<ListLevel> levels = forms_[form_of_list_];
  for (const auto& [level, start] : starts_) {
    if (level < levels.size()) levels[level].start = start;
  }
  // Lists of one form go on counting, but one that begins anew.
  lists_[list] = starts_.empty() ? form_of_list_ : kOwnCount + list;
  numbers_.define(lists_[list], std::move(levels));
}

std::string WordLists::next(int list, int level) {
  const auto found = lists_.find(list);
  return found == lists_.end() ? std::string()
                               : numbers_.next(found->second, static_cast<std::size_t>(level));
}

}  // namespace gisa
