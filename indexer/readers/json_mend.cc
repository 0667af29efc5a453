#include "indexer/readers/json_mend.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>

namespace gisa {

namespace {

// The unit that the escape \uXXXX at `at` stands for; nothing if there is none.
std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                  : 16;
    if (digit == 16) return std::nullopt;
    unit = unit << 4 | digit;
  }
  return unit;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

constexpr std::array<std::string_view, 3> kNoNumbers = {"NaN", "-Infinity", "Infinity"};

class Mending {
 public:
  Mending(std::string_view text, std::size_t& halves) : text_(text), halves_(halves) {}

  std::string run() {
    out_.reserve(text_.size() + 16);
    while (at_ < text_.size()) {
      if (in_string_) {
        take_of_string();
      } else {
        take_between();
      }
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t count) {
    out_ += text_.substr(at_, count);
    at_ += count;
  }

  void replace(std::size_t count, std::string_view with) {
    out_ += with;
    at_ += count;
  }

  void take_of_string() {
    const char c = text_[at_];
    if (c == '\\') return take_escape();
    if (c == '"') in_string_ = false;
    if (static_cast<unsigned char>(c) >= 0x20) return keep(1);
    replace(1, c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : " ");
  }

  void take_escape() {
    if (const auto unit = unit_at(text_, at_)) {
      const auto second = is_high(*unit) ? unit_at(text_, at_ + 6) : std::nullopt;
      if (second && is_low(*second)) return keep(12);
      if (!is_high(*unit) && !is_low(*unit)) return keep(6);
      ++halves_;
      return replace(6, "\\uFFFD");
    }
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    const bool known = at_ + 1 < text_.size() && kEscapes.find(text_[at_ + 1]) != kEscapes.npos;
    if (known) return keep(2);
    replace(1, "");  // \' is '
  }

  void take_between() {
    const char c = text_[at_];
    if (c == '"') in_string_ = true;
    if (c == ',') {
      const std::size_t next = text_.find_first_not_of(" \t\r\n", at_ + 1);
      const bool last = next != text_.npos && (text_[next] == ']' || text_[next] == '}');
      return last ? replace(1, "") : keep(1);
    }
    for (const std::string_view word : kNoNumbers) {
      if (text_.substr(at_).starts_with(word)) return replace(word.size(), "null");
    }
    keep(1);
  }

  std::string_view text_;
  std::size_t& halves_;
  std::size_t at_ = 0;
  bool in_string_ = false;
  std::string out_;
};

// Without an escape that is cut in two.
std::string_view without_half_escape(std::string_view text) {
  const std::size_t tail = text.size() > 6 ? text.size() - 6 : 0;
  std::size_t at = text.find_last_not_of('\\') + 1;
  if ((text.size() - at) % 2 == 1) return text.substr(0, text.size() - 1);
  at = text.rfind("\\u");
  if (at == text.npos || at < tail || unit_at(text, at)) return text;
  std::size_t slashes = 0;
  while (slashes < at && text[at - slashes] == '\\') ++slashes;
  return slashes % 2 == 1 ? text.substr(0, at) : text;
}

std::string closed(std::string_view text, const std::string& brackets) {
  std::string out(text);
  out.append(brackets.rbegin(), brackets.rend());
  return out;
}

}  // namespace

std::string mend_json(std::string_view text, std::size_t& halves) {
  return Mending(text, halves).run();
}

std::string close_json(std::string_view text) {
  std::string open;  // the brackets that would close what is open
  std::string open_at_last;
  std::size_t last = 0;  // where all elements before are whole
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c == '{' || c == '[') open += c == '{' ? '}' : ']';
    if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
    if (c == '{' || c == '[' || c == ',' || c == '}' || c == ']') {
      last = c == ',' ? i : i + 1;
      open_at_last = open;
    }
  }
  const std::string whole =
      in_string ? closed(std::string(without_half_escape(text)) + '"', open) : closed(text, open);
  if (nlohmann::json::accept(whole)) return whole;
  return closed(text.substr(0, last), open_at_last);
}

}  // namespace gisa
