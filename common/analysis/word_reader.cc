#include "common/analysis/word_reader.h"

#include <string>
#include <utility>

#include "common/analysis/sign.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/hanja.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// A blank of no width: of all that folds to nothing, it alone stands between words.
constexpr char32_t kZeroWidthSpace = 0x200B;

bool is_punctuation_block(char32_t c) {
  return (c >= 0x2010 && c <= 0x2029) || (c >= 0x202F && c <= 0x205F) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020);
}

void append_syllables(std::string_view text, Span source, std::vector<FoldedChar>& out) {
  for (std::size_t at = source.begin; at < source.end; at += kSyllableBytes) {
    out.push_back({syllable_at(text, at), Joint::none, {at, at + kSyllableBytes}});
  }
}

}  // namespace

void WordReader::start(std::string_view text) {
  text_ = text;
  at_ = 0;
  parts_left_ = 0;
  breaks_.forget();
  break_ = 0;
}

bool WordReader::next(Word& word) {
  word.chars.clear();
  word.runs.clear();
  if (parts_left_ == 0) {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    word.is_hangul = read_hangul_word(word.source);
    if (word.is_hangul) return true;
  }
  word.is_hangul = false;
  return read_word(word);
}

void WordReader::spell_out(Word& word) const {
  if (!word.is_hangul) return;
  word.is_hangul = false;
  append_syllables(text_, word.source, word.chars);
  word.runs.push_back({Script::hangul, 0, word.chars.size()});
}

// Most of a text passes here. False, and nothing read, if no such word begins here.
inline bool WordReader::read_hangul_word(Span& source) {
  const std::size_t end = end_of_hangul(text_, at_);
  if (end == at_) return false;
  std::size_t behind = end;
  if (end < text_.size()) {
    behind += text_[end] == ' ' ? 1 : sign_behind_hangul(end);
    if (behind == end) return false;
  }
  source = {at_, end};
  at_ = behind;
  return true;
}

// The bytes of a sign at `at`, right behind Hangul, if it surely ends the word and is part of none
// itself; else 0.
std::size_t WordReader::sign_behind_hangul(std::size_t at) const {
  const auto [c, length] = decode_char(text_, at);
  const bool is_sign = c < 0x80 ? !is_ascii_alphanumeric(c) : is_punctuation_block(c);
  return is_sign && joint_of(c, at) == Joint::none ? length : 0;
}

// Any word but one that read_hangul_word() reads here; it may be Hangul behind a sign.
bool WordReader::read_word(Word& word) {
  const std::size_t begin = at_;
  for (bool goes_on = true; goes_on || word.chars.empty();) {
    word.source.end = at_;
    if (parts_left_ > 0) {
      word.source.end = parts_.back().source.begin;
      goes_on = read_part(word);
    } else if (at_ == text_.size() || (at_ == break_ && !word.chars.empty())) {
      break;
    } else if (is_hangul_at(text_, at_)) {
      word.is_hangul = word.chars.empty() && at_ > begin && read_hangul_word(word.source);
      if (word.is_hangul) return true;
      goes_on = read_hangul(word);
    } else if (const auto first = static_cast<unsigned char>(text_[at_]); first < 0x80) {
      goes_on = read_ascii(first, word);
    } else {
      goes_on = read_other(word);
    }
  }
  left_out_ = Joint::none;
  if (word.chars.empty()) return false;
  word.source.begin = word.chars.front().source.begin;
  return true;
}

inline void WordReader::add(FoldedChar c, Script script, Word& word) {
  if (c.joint == Joint::none) c.joint = left_out_;
  left_out_ = Joint::none;
  const std::size_t end = word.chars.size() + 1;
  word.chars.push_back(c);
  if (!word.runs.empty() && word.runs.back().script == script && c.joint != Joint::junction) {
    word.runs.back().end = end;
  } else {
    word.runs.push_back({script, end - 1, end});
  }
}

bool WordReader::read_hangul(Word& word) {
  const Span source{at_, end_of_hangul(text_, at_)};
  const Span first{source.begin, source.begin + kSyllableBytes};
  add({syllable_at(text_, first.begin), Joint::none, first}, Script::hangul, word);
  append_syllables(text_, {first.end, source.end}, word.chars);
  word.runs.back().end = word.chars.size();
  at_ = source.end;
  return true;
}

// Letters or digits: bit 5 makes the ones small and leaves the others.
template <typename IsOfRun>
bool WordReader::read_ascii_run(Script script, IsOfRun is_of_run, Word& word) {
  const auto folded = [&](std::size_t at) {
    return FoldedChar{static_cast<unsigned char>(text_[at]) | 32u, Joint::none, {at, at + 1}};
  };
  add(folded(at_++), script, word);
  while (at_ < text_.size() && is_of_run(static_cast<unsigned char>(text_[at_]))) {
    word.chars.push_back(folded(at_++));
  }
  word.runs.back().end = word.chars.size();
  return true;
}

bool WordReader::read_ascii(char32_t c, Word& word) {
  if (is_ascii_digit(c)) return read_ascii_run(Script::digit, is_ascii_digit, word);
  if (is_ascii_letter(c)) return read_ascii_run(Script::letter, is_ascii_letter, word);
  const Span source{at_, at_ + 1};
  const Joint joint = joint_of(c, at_);
  if (joint != Joint::none) return read_joint(joint, source, word);
  at_ = source.end;
  return read_sign({c, Joint::none, source}, word);
}

bool WordReader::read_other(Word& word) {
  const auto [c, length] = decode_char(text_, at_);
  const Span source{at_, at_ + length};
  if (is_hanja(c)) {
    at_ = source.end;
    add({c, Joint::none, source}, Script::han, word);
    return true;
  }
  const Joint joint = joint_of(c, at_);
  if (joint != Joint::none) return read_joint(joint, source, word);
  const char32_t before = at_ == 0 ? 0 : last_char(text_.substr(0, at_)).value;
  at_ = source.end;
  if (c == kZeroWidthSpace || is_punctuation_block(c) || separates_words(c, before)) return false;
  if (source.begin >= break_ && is_written_without_blanks(c)) {
    break_ = breaks_.end_of_word(text_, source.begin);
  }
  fold_into_parts(joint, source);
  return true;
}

void WordReader::fold_into_parts(Joint joint, Span source) {
  parts_.clear();
  const std::string folded = fold(text_.substr(source.begin, source.end - source.begin));
  for (std::size_t i = 0; i < folded.size();) {
    const auto [c, length] = decode_char(folded, i);
    parts_.push_back({c, i == 0 ? joint : Joint::none, source});
    i += length;
  }
  parts_left_ = parts_.size();
}

bool WordReader::read_part(Word& word) {
  const FoldedChar part = parts_[parts_.size() - parts_left_--];
  Script script = script_of(part.value);
  if (part.joint == Joint::letter) {
    script = word.runs.empty() ? Script::letter : word.runs.back().script;
  } else if (part.joint != Joint::none) {
    script = Script::unit;
  }
  const bool goes_on = !word.runs.empty() && word.runs.back().script == Script::letter;
  if (goes_on && is_mark(part.value)) script = Script::letter;
  if (script == Script::other) return read_sign(part, word);
  add(part, script, word);
  return true;
}

bool WordReader::read_joint(Joint joint, Span source, Word& word) {
  if (joint == Joint::money && !word.chars.empty()) return false;  // the next one begins with it
  at_ = source.end;
  if (joint == Joint::junction) {
    left_out_ = joint;
  } else if (joint == Joint::point) {
    add({U'.', joint, source}, Script::digit, word);
  } else if (joint != Joint::bond) {
    fold_into_parts(joint, source);
  }
  return true;
}

// A sign that is no joint: the point of 10.1 and of jd.com and the & of johnson&johnson stay, the
// comma of 3,000 is left out, any other ends the word.
bool WordReader::read_sign(const FoldedChar& sign, Word& word) {
  if (word.chars.empty()) return false;
  const FoldedChar& before = word.chars.back();
  const char32_t left = before.source == sign.source ? before.value : ascii_at(before.source.begin);
  const char32_t right = char_ahead(0);
  const bool is_point = sign.value == U'.';
  if (is_ascii_digit(left) && is_ascii_digit(right)) {
    if (is_point) add(sign, Script::digit, word);
    const auto digit_at = [&](std::size_t n) { return is_ascii_digit(char_ahead(n)); };
    return is_point || (sign.value == U',' && digit_at(1) && digit_at(2) && !digit_at(3));
  }
  const bool is_and = text_[sign.source.begin] == '&';
  if ((!is_point && !is_and) || !is_ascii_letter(left) || !is_ascii_letter(right)) return false;
  add(sign, Script::letter, word);
  return true;
}

Joint WordReader::joint_of(char32_t c, std::size_t at) const {
  return may_join(c) ? joint_at(text_, at) : Joint::none;
}

// The character at byte `at`, as ASCII if it is that in full width; 0 behind the end.
char32_t WordReader::ascii_at(std::size_t at) const {
  return at < text_.size() ? half_width(decode_char(text_, at).value) : 0;
}

// The same of the nth character from here on.
char32_t WordReader::char_ahead(std::size_t n) const {
  if (n < parts_left_) return parts_[parts_.size() - parts_left_ + n].value;
  std::size_t at = at_;
  for (n -= parts_left_; n > 0 && at < text_.size(); --n) at += decode_char(text_, at).length;
  return ascii_at(at);
}

}  // namespace gisa
