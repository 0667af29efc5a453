#include "indexer/readers/markup_guard.h"

#include <fmt/format.h>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr std::size_t kMostAttributes = 2000;
constexpr std::size_t kMostNodes = 500'000;
constexpr std::size_t kLongestName = 6;  // of `script`: as much of a name as is looked at

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool separates(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '/'; }

}  // namespace

void MarkupGuard::watch(std::string_view text) {
  for (const char c : text) {
    if (in_tag_) {
      watch_tag(c);
    } else {
      watch_text(c);
    }
    before_ = c;
  }
}

void MarkupGuard::count_node() {
  if (markup_ == Markup::html && ++nodes_ > kMostNodes) {
    throw Error(ErrorCode::input,
                fmt::format("has more than {} elements and attributes; left out", kMostNodes));
  }
}

void MarkupGuard::watch_text(char c) {
  if (in_script_) {
    in_script_ = before_ != '<' || c != '/';
  } else if (before_ == '<' && is_letter(c)) {
    in_tag_ = true;
    quote_ = '\0';
    borders_ = 0;
    name_.assign(1, static_cast<char>(c | 0x20));
    count_node();
  }
}

void MarkupGuard::watch_tag(char c) {
  if (quote_ != '\0') {
    if (c == quote_) quote_ = '\0';
  } else if (c == '"' || c == '\'') {
    quote_ = c;
    ++borders_;  // a="1"b="2" needs no blank
    count_node();
  } else if (c == '<') {
    in_tag_ = false;
  } else if (c == '>') {
    in_tag_ = false;
    in_script_ =
        markup_ == Markup::html && before_ != '/' && (name_ == "script" || name_ == "style");
  } else if (separates(c)) {
    if (!separates(before_)) {
      ++borders_;
      count_node();
    }
  } else if (borders_ == 0 && name_.size() <= kLongestName) {
    name_ += static_cast<char>(c | 0x20);
  }
  if (borders_ > 2 * kMostAttributes) {
    throw Error(ErrorCode::input,
                fmt::format("has an element with more than {} attributes; left out from there on",
                            kMostAttributes));
  }
}

}  // namespace gisa
