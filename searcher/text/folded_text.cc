#include "searcher/text/folded_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/analysis/eojeol.h"
#include "common/analysis/joint.h"
#include "common/analysis/particle.h"
#include "common/analysis/script_run.h"
#include "common/analysis/sign.h"
#include "common/analysis/stem.h"
#include "common/text/abbreviation.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/sentence_end.h"
#include "common/text/utf8.h"
#include "searcher/text/wrapped_line.h"

namespace gisa {

namespace {

bool is_punctuation_block(char32_t c) {
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) ||
         (c >= 0x3008 && c <= 0x3020);
}

// 터 of 부터, 럼 of 처럼, 큼 of 만큼: nothing else ends so.
bool leaves_a_particle(char32_t next) { return next == U'터' || next == U'럼' || next == U'큼'; }

}  // namespace

void FoldedText::assign(std::string_view text, const std::vector<Span>& boilerplate,
                        const WordBorders* words) {
  borders_ = words;
  chars_.clear();
  places_.clear();
  behind_signs_.clear();
  word_count_ = 0;
  run_count_ = 0;
  in_word_ = false;
  hangul_run_ = {};
  chars_.reserve(text.size() / 2);
  places_.reserve(text.size() / 2);
  text_ = text;
  std::size_t at = 0;
  for (const Span& part : boilerplate) {
    append({at, part.begin});
    push_break({part.begin, part.begin});
    at = part.end;
  }
  append({at, text.size()});
  text_ = {};
}

void FoldedText::begin_word(Span source) {
  ++word_count_;
  if (ends_with_closing_sign(text_.substr(0, source.begin))) behind_signs_.push_back(word_count_);
  behind_point_ = false;
}

inline void FoldedText::push(char32_t c, Script script, Span source) {
  if (!in_word_ || script != script_) ++run_count_;
  if (!in_word_ || behind_point_) begin_word(source);
  chars_.push_back(c);
  places_.push_back({static_cast<std::uint32_t>(source.begin),
                     static_cast<std::uint32_t>(source.end), word_count_, run_count_});
  script_ = script;
  in_word_ = true;
}

// The further syllables of a run; where it ends. Most of a text passes here, in few instructions.
std::size_t FoldedText::append_hangul(std::size_t at, std::size_t end) {
  const std::string_view text = text_;
  const std::uint32_t word = word_count_;
  const std::uint32_t run = run_count_;
  while (at < end) {
    const auto [c, length] = decode_char(text, at);
    if (!is_hangul_syllable(c)) break;
    const auto begin = static_cast<std::uint32_t>(at);
    at += length;
    chars_.push_back(c);
    places_.push_back({begin, static_cast<std::uint32_t>(at), word, run});
  }
  return at;
}

void FoldedText::append(Span span) {
  char32_t before = 0;
  for (std::size_t at = span.begin; at < span.end;) {
    const auto [c, length] = decode_char(text_, at);
    const Span source{at, at + length};
    if (is_hangul_syllable(c)) {
      push(c, Script::hangul, source);
      before = c;
      at = append_hangul(source.end, span.end);
      continue;
    }
    if (c == U' ') {
      in_word_ = false;
    } else if (is_ascii_digit(c)) {
      push(c, Script::digit, source);
    } else if (is_ascii_letter(c)) {
      push(c | 32, Script::letter, source);
    } else if (!may_join(c) || !attach(source, span)) {
      append_sign(c, before, source, span);
    }
    before = c;
    at = source.end;
  }
  in_word_ = false;
}

// What neither joins nor is plainly a letter.
void FoldedText::append_sign(char32_t c, char32_t before, Span source, Span part) {
  if (c < 0x80) {
    const bool may_end = is_sentence_end(c) || c == U'\n';
    may_end&& is_border(c, source, part) ? push_break(source) : join(c, source, part.end);
  } else if (is_sentence_end(c)) {
    push_break(source);
  } else if (is_punctuation_block(c) || separates_words(c, before)) {
    in_word_ = false;
  } else {
    push_folded(source);
  }
}

// Whether a sentence ends with a stop or a newline, and not only an abbreviation or a line.
bool FoldedText::is_border(char32_t c, Span source, Span part) const {
  const std::string_view text = text_.substr(part.begin, part.end - part.begin);
  const std::size_t at = source.begin - part.begin;
  const std::string_view behind = text.substr(at + 1);
  if (c == U'\n') return !is_wrapped_line(text, at);
  if (behind.empty()) return true;
  if (is_ascii_alphanumeric(static_cast<unsigned char>(behind.front()))) return false;
  return c != U'.' || behind.front() != ' ' || !is_inner_stop(text.substr(0, at), behind);
}

// A sign that joins, as the analyzer takes it. False if it does not, there.
bool FoldedText::attach(Span source, Span part) {
  const std::string_view text = text_.substr(part.begin, part.end - part.begin);
  switch (joint_at(text, source.begin - part.begin)) {
    case Joint::none: return false;
    case Joint::bond: break;
    case Joint::junction: script_ = Script::other; break;
    case Joint::point:
      push(U'.', Script::digit, source);
      behind_point_ = true;
      break;
    case Joint::letter: push_folded(source, in_word_ ? script_ : Script::letter); break;
    case Joint::money: in_word_ = false; [[fallthrough]];
    case Joint::unit: push_folded(source, Script::unit); break;
  }
  return true;
}

// The letters of one character; what else it folds to is of the script `of_signs`, or parts words.
void FoldedText::push_folded(Span source, Script of_signs) {
  folded_.clear();
  append_folded(text_, source, folded_);
  for (const FoldedChar& part : folded_) {
    const Script script = script_of(part.value);
    if (script != Script::other || of_signs != Script::other) {
      push(part.value, script == Script::other ? of_signs : script, source);
    } else {
      in_word_ = false;
    }
  }
}

// A sign within a word, as cut_into_runs() takes it: the comma of 3,000 is left out, the point of
// 10.1 and the & of johnson&johnson stay; these and the point of jd.com part what may be searched
// alone. Any other ends the word.
void FoldedText::join(char32_t sign, Span source, std::size_t limit) {
  const std::string_view behind = text_.substr(source.end, limit - source.end);
  const auto digit_at = [&](std::size_t n) {
    return n < behind.size() && is_ascii_digit(behind[n]);
  };
  if (in_word_ && script_ == Script::digit && digit_at(0)) {
    if (sign == U'.') return push(sign, Script::digit, source);
    if (sign == U',' && is_thousands_comma(digit_at)) return;
  }
  const bool between_letters =
      in_word_ && script_ == Script::letter && !behind.empty() && is_ascii_letter(behind.front());
  in_word_ = between_letters && (sign == U'.' || sign == U'&');
  if (in_word_ && sign == U'&') push(sign, Script::unit, source);
  script_ = Script::other;
}

void FoldedText::push_break(Span source) {
  const bool again = !chars_.empty() && chars_.back() == kBreak;
  in_word_ = false;
  if (!again) push(kBreak, Script::other, source);
  in_word_ = false;
}

bool FoldedText::starts_word(std::size_t i) const {
  return i == 0 || run(i - 1) != run(i) || word(i - 1) != word(i);
}

bool FoldedText::ends_run(std::size_t i) const {
  return i + 1 == chars_.size() || run(i) != run(i + 1);
}

const FoldedText::HangulRun& FoldedText::hangul_run_at(std::size_t i) const {
  if (hangul_run_.number == run(i)) return hangul_run_;
  std::size_t begin = i;
  while (!starts_word(begin)) --begin;
  std::size_t end = i + 1;
  while (!ends_run(end - 1)) ++end;
  Before before = Before::nothing;
  if (begin > 0 && word(begin - 1) == word(begin) && !is_hangul_syllable(chars_[begin - 1])) {
    const bool digit = script_of(chars_[begin - 1]) == Script::digit;
    before = digit ? Before::digits : Before::letters;
  }
  const bool begins_word = before == Before::nothing;
  const bool ends_word = end == chars_.size() || word(end - 1) != word(end);
  const std::u32string_view syllables = chars().substr(begin, end - begin);
  const bool cut_off = is_behind_sign(begin) && begins_word && ends_word && is_ending(syllables);
  const Stem stem = ends_word ? find_stem(syllables, before) : Stem{syllables.size()};
  hangul_run_ = {run(i), begin, begins_word, cut_off, stem};
  return hangul_run_;
}

bool FoldedText::is_behind_sign(std::size_t i) const {
  return std::binary_search(behind_signs_.begin(), behind_signs_.end(), word(i));
}

bool FoldedText::ends_stem(std::size_t i) const {
  const bool at_end = ends_run(i);
  if (!is_hangul_syllable(chars_[i])) return at_end;
  const HangulRun& hangul = hangul_run_at(i);
  if (hangul.cut_off) return false;
  if (hangul.begin + hangul.stem.length == i + 1) return true;
  if (at_end) return hangul.begins_word;
  // 밥을: two syllables are never stripped, but the first may be the word.
  return hangul.begin == i && may_be_one_syllable(chars().substr(hangul.begin, hangul.stem.length));
}

FoldedText::HangulEojeol FoldedText::hangul_eojeol_of(std::size_t begin, std::size_t end) const {
  if (borders_ == nullptr || !is_one_run(begin, end) || word(begin) != word(end - 1)) return {};
  const std::u32string_view all = chars();
  if (!std::all_of(all.begin() + static_cast<std::ptrdiff_t>(begin),
                   all.begin() + static_cast<std::ptrdiff_t>(end), is_hangul_syllable)) {
    return {};
  }
  HangulEojeol eojeol{begin, end};
  while (!starts_word(eojeol.first)) --eojeol.first;
  while (eojeol.last < all.size() && !starts_word(eojeol.last) &&
         is_hangul_syllable(all[eojeol.last])) {
    ++eojeol.last;
  }
  return eojeol;
}

// 5명의 has no 명의: what stands behind a number begins with its unit.
bool FoldedText::is_counted_thing(const HangulEojeol& eojeol, std::size_t begin) const {
  const auto [first, last] = eojeol;
  const bool behind_number =
      first > 0 && word(first - 1) == word(first) && script_of(chars_[first - 1]) == Script::digit;
  return behind_number && begin == first &&
         particle_number(chars().substr(first + 1, last - first - 1));
}

bool FoldedText::is_known_word(std::size_t begin, std::size_t end) const {
  const HangulEojeol eojeol = hangul_eojeol_of(begin, end);
  const auto [first, last] = eojeol;
  if (first == last) return true;
  if (is_counted_thing(eojeol, begin)) return false;
  return borders_->stands(chars().substr(first, last - first), begin - first, end - first);
}

std::string FoldedText::explain_word(std::size_t begin, std::size_t end) const {
  const HangulEojeol eojeol = hangul_eojeol_of(begin, end);
  const auto [first, last] = eojeol;
  if (first == last) return {};
  if (is_counted_thing(eojeol, begin)) {
    return fmt::format("{}: no, it is a unit and its particle",
                       utf8(chars().substr(begin, end - begin)));
  }
  return borders_->explain(chars().substr(first, last - first), begin - first, end - first);
}

bool FoldedText::is_part_of_word(std::size_t begin, std::size_t end) const {
  if (!is_hangul_syllable(chars_[end - 1])) return true;
  const HangulRun& hangul = hangul_run_at(end - 1);
  if (hangul.cut_off) return false;
  const std::size_t stem_end = hangul.begin + hangul.stem.length;
  if (end <= stem_end) return true;
  const bool begins = begin == 0 || word(begin - 1) != word(begin);
  if (begins && end == stem_end + 1 && !leaves_a_particle(chars_[end])) return true;
  const std::size_t junction = end - 1 - hangul.begin;
  return end - begin == 2 && junction < 32 && (hangul.stem.junctions >> junction & 1u) != 0;
}

std::u32string folded_chars(std::string_view text) {
  FoldedText folded;
  folded.assign(text);
  std::u32string chars(folded.chars());
  std::erase(chars, FoldedText::kBreak);
  return chars;
}

}  // namespace gisa
