#include "indexer/twins.h"

#include <algorithm>
#include <string>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLongest = 20;  // characters of a name

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_latin_inside(char c) { return is_latin(c) || (c >= '0' && c <= '9') || c == '&'; }

constexpr std::size_t kSyllable = 3;  // bytes

bool ends_in_syllable(std::string_view text) {
  return text.size() >= kSyllable &&
         static_cast<unsigned char>(text[text.size() - kSyllable]) >= 0xE0 &&
         is_hangul_syllable(decode_char(text, text.size() - kSyllable).value);
}

// The Korean name that `text` ends in, or that is all of it.
std::string_view korean_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (ends_in_syllable(text.substr(0, begin))) begin -= kSyllable;
  return text.substr(begin);
}

std::string_view latin_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_latin_inside(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_korean_name(std::string_view name) {
  return name.size() >= 2 * kSyllable && name.size() <= kLongest * kSyllable;
}

bool is_latin_name(std::string_view name) {
  return name.size() >= 2 && name.size() <= kLongest && is_latin(name.front());
}

std::string lower(std::string_view latin) {
  std::string out(latin);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

}  // namespace

void find_twins(std::string_view text,
                const std::function<void(std::string_view, std::string_view)>& use) {
  for (std::size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
    const std::string_view before = text.substr(0, open);
    const std::string_view after = text.substr(open + 1, kLongest * kSyllable + 1);
    const std::size_t close = after.find(')');
    if (close == after.npos) continue;
    const std::string_view inside = after.substr(0, close);
    if (latin_at_end(inside) == inside && is_latin_name(inside)) {
      const std::string_view korean = korean_at_end(before);
      if (is_korean_name(korean)) use(korean, lower(inside));
    } else if (korean_at_end(inside) == inside && is_korean_name(inside)) {
      const std::string_view latin = latin_at_end(before);
      if (is_latin_name(latin)) use(inside, lower(latin));
    }
  }
}

}  // namespace gisa
