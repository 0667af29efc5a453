#include "searcher/match/glance.h"

#include <algorithm>
#include <iterator>

#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/match/operator.h"

namespace gisa {

namespace {

// Characters that fold to no Latin letter, digit or syllable, ascending.
struct Range {
  char32_t first;
  char32_t last;
};
constexpr Range kOthers[] = {
    {U'\u00B7', U'\u00B7'},  // middle dot
    {U'\u2000', U'\u206F'},  // blanks, dashes, quotes
    {U'\u2190', U'\u245F'},  // arrows, signs
    {U'\u2500', U'\u27FF'},  // shapes
    {U'\u3000', U'\u303F'},  // brackets
    {U'\u3131', U'\u318F'},  // single letters of Hangul
    {U'\u4E00', U'\u9FFF'},  // Chinese characters
};

bool is_other(char32_t c) {
  return std::any_of(std::begin(kOthers), std::end(kOthers),
                     [&](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_plain_letter(char32_t c) { return is_hangul_syllable(c) || is_ascii_alphanumeric(c); }

}  // namespace

void Glance::look_at(const StoredPassage& passage) {
  const std::string* const texts[] = {&passage.article.title, &passage.heading, &passage.text};
  std::size_t most = 0;
  for (const std::string* text : texts) most += text->size() + 1;
  if (letters_.size() < most) letters_.resize(most);
  size_ = 0;
  is_plain_ = true;
  for (const std::string* text : texts) {
    append(*text);
    letters_[size_++] = U'\n';
  }
}

void Glance::append(std::string_view text) {
  char32_t* to = letters_.data() + size_;
  for (std::size_t at = 0; at < text.size() && is_plain_;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (is_ascii_alphanumeric(byte)) *to++ = byte | 32u;  // a letter small, a digit as it is
      ++at;
    } else if (is_hangul_at(text, at)) {
      *to++ = syllable_at(text, at);
      at += kSyllableBytes;
    } else {
      const auto [c, length] = decode_char(text, at);
      is_plain_ = is_other(c);
      at += length;
    }
  }
  size_ = static_cast<std::size_t>(to - letters_.data());
}

bool Glance::may_have(std::u32string_view chars) const {
  if (!is_plain_ || !std::all_of(chars.begin(), chars.end(), is_plain_letter)) return true;
  return std::u32string_view(letters_.data(), size_).find(chars) != std::u32string_view::npos;
}

bool may_hold(const Condition& condition, const CompiledQuery& query, const Glance& glance) {
  const Operator& its = operator_of(condition.op);
  return its.may_hold == nullptr || its.may_hold(condition, query, glance);
}

}  // namespace gisa
