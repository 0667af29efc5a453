#include "common/analysis/eojeol.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "common/analysis/sign.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// What a sign that joins is to ICU: a letter.
constexpr char16_t kJoin = u'가';

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool has_letter(std::u16string_view segment) {
  for (std::size_t i = 0; i < segment.size();) {
    UChar32 c = 0;
    U16_NEXT(segment.data(), i, segment.size(), c);
    if (u_isalnum(c) || stands_for_letters(static_cast<char32_t>(c))) return true;
  }
  return false;
}

// What a character does to word breaks (Unicode annex 29), as far as that is plain.
enum class Sign {
  letter,  // stands together with other letters: Hangul, ASCII letters and digits
  hard,    // stands apart
  soft,    // may join the letters on its two sides, and stands apart without them
  unclear,
};

Sign sign_of(char32_t c) {
  if (is_hangul_syllable(c)) return Sign::letter;
  if (c < 0x80) {
    if (is_ascii_digit(c) || is_ascii_letter(c)) return Sign::letter;
    if (c <= U' ' || c == U'_' || c == 0x7F) return Sign::unclear;
    return std::u32string_view(U"'.,;&").find(c) == std::u32string_view::npos ? Sign::hard
                                                                              : Sign::soft;
  }
  if (c == U'‘' || c == U'’') return Sign::soft;
  if (c == U'“' || c == U'”' || c == U'…' || separates_words(c, 0)) return Sign::hard;
  return Sign::unclear;
}

void append_folded(std::string_view text, Span source, char32_t c, Eojeol& out) {
  if (c < 0x80) {
    out.push_back({c >= U'A' && c <= U'Z' ? c + 32 : c, Joint::none, source});
  } else if (is_hangul_syllable(c)) {
    out.push_back({c, Joint::none, source});
  } else {
    const std::string folded = fold(text.substr(source.begin, source.end - source.begin));
    for (std::size_t i = 0; i < folded.size();) {
      const auto part = decode_char(folded, i);
      out.push_back({part.value, Joint::none, source});
      i += part.length;
    }
  }
}

// Appends an eojeol, the signs within it as joint.h has them.
void append_joined(std::string_view text, Span span, Eojeol& out) {
  Joint before = Joint::none;  // junction: what was left out right before
  for (std::size_t at = span.begin; at < span.end;) {
    const auto [c, length] = decode_char(text, at);
    const Span source{at, at + length};
    const Joint joint = may_join(c) ? joint_at(text, at) : Joint::none;
    at += length;
    if (joint == Joint::bond) continue;
    if (joint == Joint::junction) {
      before = joint;
      continue;
    }
    if (joint == Joint::money && !out.empty()) out.push_back({U' ', Joint::none, source});
    const std::size_t first = out.size();
    append_folded(text, source, joint == Joint::point ? U'.' : c, out);
    if (first == out.size()) continue;
    out[first].joint = joint == Joint::none ? before : joint;
    before = Joint::none;
  }
}

}  // namespace

void append_folded(std::string_view text, Span span, Eojeol& out) {
  for (std::size_t at = span.begin; at < span.end;) {
    const auto [c, length] = decode_char(text, at);
    append_folded(text, {at, at + length}, c, out);
    at += length;
  }
}

void EojeolBreaker::CloseIterator::operator()(UBreakIterator* iterator) const {
  ubrk_close(iterator);
}

EojeolBreaker::EojeolBreaker() {
  UErrorCode status = U_ZERO_ERROR;
  iterator_.reset(ubrk_open(UBRK_WORD, "ko", nullptr, 0, &status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU has no word breaks: ") + u_errorName(status),
                "reinstall the ICU library");
  }
}

void EojeolBreaker::start(std::string_view text) {
  text_ = text;
  stretch_ = {};
  cut_ = Cut::plainly;
}

bool EojeolBreaker::next(Eojeol& eojeol) {
  eojeol.clear();
  do {
    if (cut_ == Cut::plainly ? next_plain(eojeol) : next_by_icu(eojeol)) return true;
  } while (next_stretch());
  return false;
}

// Takes the next characters up to a blank. False at the end of the text.
bool EojeolBreaker::next_stretch() {
  std::size_t at = stretch_.end;
  while (at < text_.size() && is_blank(text_[at])) ++at;
  stretch_.begin = at;
  cut_ = Cut::plainly;
  Sign before = Sign::hard;
  bool binding = false;  // a soft sign right after a letter: it joins if another letter follows
  while (at < text_.size() && !is_blank(text_[at])) {
    const auto [c, length] = decode_char(text_, at);
    at += length;
    const Sign sign = joins(c, at - length) ? Sign::letter : sign_of(c);
    if (sign == Sign::unclear || (sign == Sign::letter && binding)) cut_ = Cut::by_icu;
    binding = sign == Sign::soft && before == Sign::letter;
    before = sign;
  }
  stretch_.end = at;
  if (cut_ == Cut::by_icu) ask_icu();
  return stretch_.end > stretch_.begin;
}

bool EojeolBreaker::next_plain(Eojeol& eojeol) {
  const auto skip = [&](std::size_t at, bool letters) {
    while (at < stretch_.end) {
      const auto [c, length] = decode_char(text_, at);
      if ((joins(c, at) || sign_of(c) == Sign::letter) != letters) break;
      at += length;
    }
    return at;
  };
  const std::size_t begin = skip(stretch_.begin, false);
  stretch_.begin = skip(begin, true);
  append_joined(text_, {begin, stretch_.begin}, eojeol);
  return !eojeol.empty();
}

void EojeolBreaker::ask_icu() {
  units_.clear();
  char32_t before = 0;
  for (std::size_t at = stretch_.begin; at < stretch_.end;) {
    const auto [c, length] = decode_char(text_, at);
    const bool joint = joins(c, at);
    at += length;
    if (joint) {
      units_.push_back(kJoin);
    } else if (c >= 0x10000) {
      units_.push_back(U16_LEAD(c));
      units_.push_back(U16_TRAIL(c));
    } else {
      units_.push_back(separates_words(c, before) ? u' ' : static_cast<char16_t>(c));
    }
    before = c;
  }
  unit_ = 0;
  byte_ = stretch_.begin;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(iterator_.get(), units_.data(), static_cast<int32_t>(units_.size()), &status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU cannot break text: ") + u_errorName(status));
  }
  ubrk_first(iterator_.get());
  if (!next_word(ahead_)) ahead_ = {};
}

bool EojeolBreaker::next_by_icu(Eojeol& eojeol) {
  while (eojeol.empty() && ahead_.end > ahead_.begin) {
    Span whole = ahead_;
    while (true) {
      if (!next_word(ahead_)) ahead_ = {};
      if (ahead_.end == 0 || !joined(whole, ahead_)) break;
      whole.end = ahead_.end;
    }
    append_joined(text_, whole, eojeol);
  }
  return !eojeol.empty();
}

bool EojeolBreaker::next_word(Span& word) {
  UBreakIterator* const iterator = iterator_.get();
  while (true) {
    const int32_t begin = ubrk_current(iterator);
    const int32_t end = ubrk_next(iterator);
    if (end == UBRK_DONE) return false;
    const std::u16string_view segment = std::u16string_view(units_).substr(
        static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    // A word with an invisible character or a mark behind it has the rule status of punctuation.
    if (ubrk_getRuleStatus(iterator) < UBRK_WORD_NONE_LIMIT && !has_letter(segment)) continue;
    word.begin = byte_of(static_cast<std::size_t>(begin));
    word.end = byte_of(static_cast<std::size_t>(end));
    return true;
  }
}

bool EojeolBreaker::joins(char32_t c, std::size_t at) const {
  return may_join(c) && joint_at(text_, at) != Joint::none;
}

bool EojeolBreaker::joined(Span left, Span right) const {
  if (left.end == right.begin) return true;
  return right.begin == left.end + 1 && text_[left.end] == '&' &&
         is_ascii_letter(text_[left.end - 1]) && is_ascii_letter(text_[right.begin]);
}

std::size_t EojeolBreaker::byte_of(std::size_t unit) {
  while (unit_ < unit) {
    const std::size_t length = decode_char(text_, byte_).length;
    byte_ += length;
    unit_ += length == 4 ? 2 : 1;
  }
  return byte_;
}

}  // namespace gisa
