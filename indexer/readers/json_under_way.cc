#include "indexer/readers/json_under_way.h"

#include <utility>

namespace gisa {

namespace {

constexpr std::size_t kLargeBytes = std::size_t{4} << 20;
constexpr std::size_t kLargeParts = 100'000;

}  // namespace

bool JsonUnderWay::add(char c) {
  text_ += c;
  const bool ends = brackets_.ends_with(c);
  if (brackets_.in_string()) return false;
  if (c == '{' || c == '[') {
    closers_ += c == '{' ? '}' : ']';
    if (c == '[' && list_depth_ == 0) {
      list_depth_ = brackets_.depth();
      list_begin_ = text_.size();
      parts_before_ = brackets_.parts();
    }
  } else if (c == ',' && list_depth_ > 0 && brackets_.depth() == list_depth_) {
    if (is_large(text_.size() - 1)) due_ = text_.size() - 1;
  } else if ((c == '}' || c == ']') && !closers_.empty()) {
    closers_.pop_back();
    if (brackets_.depth() == list_depth_ - 1) {
      // The rest of a list of which parts were taken is one, too.
      if (in_parts_ || is_large(text_.size() - 1)) due_ = text_.size() - 1;
      list_depth_ = 0;
    }
  }
  return ends;
}

// Lists of objects or lists; one of strings is an article's text.
bool JsonUnderWay::is_large(std::size_t end) const {
  if (end - list_begin_ < kLargeBytes && brackets_.parts() - parts_before_ < kLargeParts) {
    return false;
  }
  const std::size_t first = text_.find_first_not_of(" \t\r\n", list_begin_);
  return first < end && (text_[first] == '{' || text_[first] == '[');
}

std::optional<std::string> JsonUnderWay::next_part() {
  if (due_ == 0) return std::nullopt;
  const bool closed = text_.back() == ']';
  std::string part = text_.substr(0, due_);
  if (closed) part += ']';
  part.append(closers_.rbegin(), closers_.rend());
  text_.erase(list_begin_, text_.size() - list_begin_ - (closed ? 1 : 0));
  due_ = 0;
  parts_before_ = brackets_.parts();
  in_parts_ = true;
  return part;
}

std::string JsonUnderWay::take() {
  std::string text = std::exchange(text_, {});
  *this = {};
  return text;
}

}  // namespace gisa
