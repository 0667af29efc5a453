#include "indexer/readers/office/slide_lists.h"

#include <algorithm>

#include "indexer/news/list_numbers.h"
#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

constexpr unsigned kMostNumber = 100'000;

struct FormRow {
  std::string_view begin;
  NumberStyle style;
};

// ST_TextAutonumberScheme: how a number is written, then what stands around it.
constexpr std::array<FormRow, 8> kForms = {{
    {"alphaLc", NumberStyle::latin_small},
    {"alphaUc", NumberStyle::latin_capital},
    {"arabic", NumberStyle::digit},
    {"circleNum", NumberStyle::circled_digit},
    {"ea1Jpn", NumberStyle::ideograph},
    {"ea1Ch", NumberStyle::ideograph},
    {"romanLc", NumberStyle::roman_small},
    {"romanUc", NumberStyle::roman_capital},
}};

std::string written_as(std::string_view form, unsigned number) {
  const auto* const row = std::find_if(kForms.begin(), kForms.end(), [&](const FormRow& one) {
    return form.starts_with(one.begin);
  });
  const std::string text = written(row == kForms.end() ? NumberStyle::digit : row->style, number);
  if (form.ends_with("Period")) return text + ".";
  if (form.ends_with("ParenBoth")) return "(" + text + ")";
  return form.ends_with("ParenR") ? text + ")" : text;
}

}  // namespace

void SlideLists::start(std::string_view element, const XmlEvents::Attributes& attributes) {
  if (element == "txBody") {
    of_text_ = {};
    counts_ = {};
  } else if (element == "p") {
    level_ = 0;
    own_ = of_text_[0];
    form_ = nullptr;
  } else if (element == "pPr") {
    level_ =
        std::min<std::size_t>(number_of(value_of(attributes, "lvl"), 0, kMostNumber), kLevels - 1);
    own_ = of_text_.at(level_);
    form_ = &own_;
  } else if (element.size() == 7 && element.starts_with("lvl") && element.ends_with("pPr")) {
    const std::size_t level = static_cast<std::size_t>(element[3] - '1');
    form_ = level < kLevels ? &of_text_.at(level) : nullptr;
  } else if (element == "r" || element == "bodyPr") {
    form_ = nullptr;
  } else if (form_ != nullptr && element == "buAutoNum") {
    *form_ = {std::string(value_of(attributes, "type")),
              std::max(number_of(value_of(attributes, "startAt"), 1, kMostNumber), 1u),
              {}};
  } else if (form_ != nullptr && element == "buChar") {
    *form_ = {{}, 1, plain_bullet(value_of(attributes, "char"))};
  } else if (form_ != nullptr && element == "buNone") {
    *form_ = {};
  }
}

std::string SlideLists::next() {
  std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(level_) + 1, counts_.end(), 0u);
  unsigned& count = counts_.at(level_);
  if (own_.numbers.empty()) {
    count = 0;
    return own_.bullet;
  }
  const bool goes_on = count > 0 && counted_.at(level_) == own_.numbers;
  count = goes_on ? count + 1 : own_.start;
  counted_.at(level_) = own_.numbers;
  return written_as(own_.numbers, count);
}

}  // namespace gisa
