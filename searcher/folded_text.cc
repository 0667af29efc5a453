#include "searcher/folded_text.h"

#include <algorithm>

#include "common/analysis/eojeol.h"
#include "common/analysis/script_run.h"
#include "common/analysis/stem.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

bool is_ascii_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool is_punctuation_block(char32_t c) {
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) ||
         (c >= 0x3008 && c <= 0x3020);
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'?' || c == U'!' || c == U'\n' || c == U'。';
}

}  // namespace

void FoldedText::assign(std::string_view text, const std::vector<Span>& quiet) {
  chars_.clear();
  places_.clear();
  word_count_ = 0;
  in_word_ = false;
  chars_.reserve(text.size() / 2);
  places_.reserve(text.size() / 2);
  std::size_t at = 0;
  for (const Span& part : quiet) {
    append(text, {at, part.begin});
    push(kBreak, part.begin, part.begin);
    at = part.end;
  }
  append(text, {at, text.size()});
}

void FoldedText::append(std::string_view text, Span span) {
  Eojeol folded;
  for (std::size_t at = span.begin; at < span.end;) {
    const auto [c, length] = decode_char(text, at);
    const std::size_t end = at + length;
    if (is_hangul_syllable(c)) {
      push(c, at, end);
    } else if (c < 0x80) {
      if (is_ascii_word(c)) {
        push(c >= U'A' && c <= U'Z' ? c + 32 : c, at, end);
      } else if (ends_sentence(c) &&
                 (c == U'\n' || end == span.end || !is_ascii_word(decode_char(text, end).value))) {
        push(kBreak, at, end);
      } else {
        // The comma of 3,000 and the point of 10.1 do not end a word.
        const bool joins = (c == U',' || c == U'.' || c == U'&') && in_word_ && end < span.end &&
                           is_ascii_word(decode_char(text, end).value);
        if (!joins) in_word_ = false;
      }
    } else if (ends_sentence(c)) {
      push(kBreak, at, end);
    } else if (is_punctuation_block(c) || separates_words(c)) {
      in_word_ = false;
    } else {
      folded.clear();
      append_folded(text, {at, end}, folded);
      for (const FoldedChar& part : folded) {
        if (script_of(part.value) != Script::other) {
          push(part.value, at, end);
        } else {
          in_word_ = false;
        }
      }
    }
    at = end;
  }
  in_word_ = false;
}

void FoldedText::push(char32_t c, std::size_t begin, std::size_t end) {
  if (c == kBreak) {
    if (!chars_.empty() && chars_.back() == kBreak) return;
    in_word_ = false;
  }
  if (!in_word_) ++word_count_;
  chars_.push_back(c);
  places_.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), word_count_});
  in_word_ = c != kBreak;
}

bool FoldedText::same_run(std::size_t left, std::size_t right) const {
  return word(left) == word(right) && script_of(chars_[left]) == script_of(chars_[right]);
}

bool FoldedText::starts_word(std::size_t i) const { return i == 0 || !same_run(i - 1, i); }

bool FoldedText::ends_stem(std::size_t i) const {
  if (i + 1 == chars_.size() || !same_run(i, i + 1)) return true;
  if (!is_hangul_syllable(chars_[i])) return false;
  std::size_t begin = i;
  while (begin > 0 && same_run(begin - 1, begin)) --begin;
  std::size_t end = i + 2;
  while (end < chars_.size() && same_run(end - 1, end)) ++end;
  const std::u32string_view run = chars().substr(begin, end - begin);
  if (begin + find_stem(run, Before::nothing).length == i + 1) return true;
  // 밥을: two syllables are never stripped, but the first may be the word.
  return begin == i && may_be_one_syllable(run);
}

std::u32string folded_chars(std::string_view text) {
  FoldedText folded;
  folded.assign(text);
  std::u32string chars(folded.chars());
  std::erase(chars, FoldedText::kBreak);
  return chars;
}

}  // namespace gisa
