#include "indexer/document/alias_finder.h"

#include <algorithm>
#include <string>

#include "common/text/hangul.h"
#include "common/text/lower_ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLongest = 20;  // characters of a name

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_latin_inside(char c) { return is_latin(c) || (c >= '0' && c <= '9') || c == '&'; }

bool ends_in_syllable(std::string_view text) {
  return text.size() >= kSyllableBytes &&
         static_cast<unsigned char>(text[text.size() - kSyllableBytes]) >= 0xE0 &&
         is_hangul_syllable(decode_char(text, text.size() - kSyllableBytes).value);
}

// The Korean name that `text` ends in, or that is all of it.
std::string_view korean_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (ends_in_syllable(text.substr(0, begin))) begin -= kSyllableBytes;
  return text.substr(begin);
}

std::string_view latin_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_latin_inside(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool is_korean_name(std::string_view name) {
  return name.size() >= 2 * kSyllableBytes && name.size() <= kLongest * kSyllableBytes;
}

bool is_latin_name(std::string_view name) {
  return name.size() >= 2 && name.size() <= kLongest && is_latin(name.front());
}

// The text without the first of `beginnings` that it has.
template <std::size_t n>
std::string_view without_beginning(std::string_view text, const std::string_view (&beginnings)[n]) {
  for (const std::string_view beginning : beginnings) {
    if (text.starts_with(beginning)) return text.substr(beginning.size());
  }
  return text;
}

// 공수처 of (이하 ‘공수처’).
std::string_view named_from_here(std::string_view inside) {
  constexpr std::string_view kFromHere[] = {"이하 ", "이하", "약칭 ", "약칭", "줄여서 "};
  constexpr std::string_view kQuotes[] = {"‘", "’", "“", "”", "'", "\""};
  inside = without_beginning(without_beginning(inside, kFromHere), kQuotes);
  for (const std::string_view quote : kQuotes) {
    if (inside.ends_with(quote)) return inside.substr(0, inside.size() - quote.size());
  }
  return inside;
}

// A syllable of a name as it stands in the long form, where ㄹ and ㄴ soften at the beginning of a
// word: 련 of 전경련 is 연 of 연합회.
bool is_same_syllable(char32_t in_name, char32_t in_whole) {
  constexpr char32_t kNieun = 2;
  constexpr char32_t kRieul = 5;
  constexpr char32_t kIeung = 11;
  constexpr char32_t kPerInitial = 21 * kFinals;
  if (in_name == in_whole) return true;
  const char32_t initial = (in_name - kFirstSyllable) / kPerInitial;
  const char32_t softened = (in_whole - kFirstSyllable) / kPerInitial;
  const bool softens = (initial == kRieul && (softened == kNieun || softened == kIeung)) ||
                       (initial == kNieun && softened == kIeung);
  return softens &&
         (in_name - kFirstSyllable) % kPerInitial == (in_whole - kFirstSyllable) % kPerInitial;
}

// Whether the syllables of `name` stand in `whole`, in this order, but not in one piece: 삼성 is no
// abbreviation of 삼성전자.
bool abbreviates(std::string_view name, std::string_view whole) {
  if (whole.find(name) != whole.npos) return false;
  for (std::size_t at = 0; at < whole.size() && !name.empty();) {
    const auto [c, length] = decode_char(whole, at);
    const bool same = is_hangul_syllable(c) && is_same_syllable(decode_char(name, 0).value, c);
    if (same) name.remove_prefix(kSyllableBytes);
    at += length;
  }
  return name.empty();
}

// The words at the end of `text` that `name` abbreviates, as few as will do; empty if there are
// none. Those of several words begin with it: 민주사회를 위한 변호사모임(민변).
std::string_view abbreviated_at_end(std::string_view text, std::string_view name) {
  constexpr std::size_t kMostWords = 4;
  std::size_t begin = text.size();
  for (std::size_t words = 1; words <= kMostWords; ++words) {
    const std::string_view word = korean_at_end(text.substr(0, begin));
    if (word.empty()) return {};
    begin -= word.size();
    const std::string_view whole = text.substr(begin);
    const bool begins_so = words == 1 || word.starts_with(name.substr(0, kSyllableBytes));
    if (whole.size() <= 2 * kLongest * kSyllableBytes && begins_so && abbreviates(name, whole))
      return whole;
    if (begin == 0 || text[begin - 1] != ' ') return {};
    --begin;
  }
  return {};
}

}  // namespace

void find_aliases(std::string_view text,
                  const std::function<void(std::string_view, std::string_view)>& use) {
  for (std::size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
    const std::string_view before = text.substr(0, open);
    const std::string_view after = text.substr(open + 1, kLongest * kSyllableBytes + 1);
    const std::size_t close = after.find(')');
    if (close == after.npos) continue;
    const std::string_view inside = after.substr(0, close);
    if (latin_at_end(inside) == inside && is_latin_name(inside)) {
      const std::string_view korean = korean_at_end(before);
      if (is_korean_name(korean)) use(korean, lower_ascii(inside));
    } else if (const std::string_view name = named_from_here(inside);
               korean_at_end(name) == name && is_korean_name(name)) {
      const std::string_view latin = latin_at_end(before);
      if (is_latin_name(latin)) {
        use(name, lower_ascii(latin));
      } else if (const auto whole = abbreviated_at_end(before, name); !whole.empty()) {
        use(whole, std::string(name));
      }
    }
  }
}

}  // namespace gisa
