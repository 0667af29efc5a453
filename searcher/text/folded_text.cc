#include "searcher/text/folded_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/analysis/joint.h"
#include "common/analysis/particle.h"
#include "common/analysis/script_run.h"
#include "common/analysis/sign.h"
#include "common/analysis/stem.h"
#include "common/analysis/word_reader.h"
#include "common/text/abbreviation.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/sentence_end.h"
#include "common/text/utf8.h"
#include "searcher/text/wrapped_line.h"

namespace gisa {

namespace {

// 터 of 부터, 럼 of 처럼, 큼 of 만큼: nothing else ends so.
bool leaves_a_particle(char32_t next) { return next == U'터' || next == U'럼' || next == U'큼'; }

// Whether what ends a sentence or a paragraph may begin with a byte: . ? ! and a newline, 。 and
// those of full width.
constexpr auto kMayEnd = [] {
  std::array<bool, 256> may = {};
  for (const char c : std::string_view(".?!\n\xE3\xEF")) may[static_cast<unsigned char>(c)] = true;
  return may;
}();

// Whether a sentence ends with a stop or a newline, and not only an abbreviation or a line.
bool is_border(std::string_view text, std::size_t at, char32_t c) {
  if (c >= 0x80) return true;
  if (c == U'\n') return !is_wrapped_line(text, at);
  const std::string_view behind = text.substr(at + 1);
  if (behind.empty()) return true;
  if (is_ascii_alphanumeric(static_cast<unsigned char>(behind.front()))) return false;
  return c != U'.' || behind.front() != ' ' || !is_inner_stop(text.substr(0, at), behind);
}

// What reads a text, and the last word of it, with the room that they keep from text to text.
struct WordsOfText {
  WordReader reader;
  Word word;
};

// So that the stretches of most texts fit.
constexpr std::size_t kBytesOfStretch = 7;

}  // namespace

void FoldedText::assign(std::string_view text, const std::vector<Span>& boilerplate,
                        const WordBorders* words) {
  borders_ = words;
  size_ = 0;
  if (chars_.size() < text.size() / 3) grow(text.size() / 3);
  stretches_.clear();
  stretches_.reserve(text.size() / kBytesOfStretch);
  behind_signs_.clear();
  word_count_ = 0;
  run_count_ = 0;
  hangul_run_ = {};
  has_letters_ = false;
  std::size_t at = 0;
  for (const Span& part : boilerplate) {
    append(text, {at, part.begin});
    push_break({part.begin, part.begin});
    at = part.end;
  }
  append(text, {at, text.size()});
}

// A word of Hangul. Most of a text passes here.
inline void FoldedText::append_syllables(std::string_view part, Span word, std::uint32_t base) {
  const auto stretch = static_cast<std::uint32_t>(stretches_.size());
  stretches_.push_back({word_count_, ++run_count_});
  const auto [begin, end] = word;
  const std::size_t most = size_ + (end - begin);
  if (most > chars_.size()) grow(2 * most);
  char32_t* c = chars_.data() + size_;
  Place* place = places_.data() + size_;
  for (std::size_t at = begin; at < end; at += kSyllableBytes) {
    *c++ = syllable_at(part, at);
    *place++ = {static_cast<std::uint32_t>(base + at), stretch, kSyllableBytes};
  }
  size_ = static_cast<std::size_t>(c - chars_.data());
}

void FoldedText::append(std::string_view text, Span span) {
  const std::string_view part = text.substr(span.begin, span.end - span.begin);
  const auto base = static_cast<std::uint32_t>(span.begin);
  std::size_t behind = 0;  // the word before
  thread_local WordsOfText words_of_text;
  auto& [reader, word] = words_of_text;
  reader.start(part);
  while (reader.next(word)) {
    const std::size_t begin = word.source.begin;
    const bool is_behind_blank = begin == behind + 1 && part[behind] == ' ';  // as most are
    if (!is_behind_blank) append_breaks(part, {behind, begin}, base);
    ++word_count_;
    if (!is_behind_blank && ends_with_closing_sign(part.substr(0, begin))) {
      behind_signs_.push_back(word_count_);
    }
    if (word.is_hangul) {
      append_syllables(part, word.source, base);
    } else {
      for (const ScriptRun& run : word.runs) append_run(word, run, base);
    }
    behind = word.source.end;
  }
  append_breaks(part, {behind, part.size()}, base);
}

// Of what stands between two words, the ends of sentences and paragraphs.
void FoldedText::append_breaks(std::string_view part, Span between, std::uint32_t base) {
  for (std::size_t at = between.begin; at < between.end;) {
    if (!kMayEnd[static_cast<unsigned char>(part[at])]) {
      ++at;
      continue;
    }
    const auto [c, length] = decode_char(part, at);
    if ((is_sentence_end(c) || c == U'\n') && is_border(part, at, c)) {
      push_break({base + at, base + at + length});
    }
    at += length;
  }
}

// The & of johnson&johnson and the point of jd.com part what may be searched alone; the latter is
// left out. What follows the point of 5·18 is a word, too, but the same run.
void FoldedText::append_run(const Word& word, const ScriptRun& run, std::uint32_t base) {
  ++run_count_;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const FoldedChar& c = word.chars[i];
    const bool parts = run.script == Script::letter && c.joint == Joint::none &&
                       (c.value == U'.' || c.value == U'&');
    if (parts) ++run_count_;
    if (!parts || c.value == U'&') push(c.value, {base + c.source.begin, base + c.source.end});
    if (parts) ++run_count_;
    if (c.joint == Joint::point) ++word_count_;
  }
}

void FoldedText::grow(std::size_t room) {
  chars_.resize(room);
  places_.resize(room);
}

inline void FoldedText::push(char32_t c, Span source) {
  if (size_ == chars_.size()) grow(2 * size_ + 1);
  chars_[size_] = c;
  const Stretch here{word_count_, run_count_};
  if (stretches_.empty() || stretches_.back() != here) stretches_.push_back(here);
  places_[size_] = {static_cast<std::uint32_t>(source.begin),
                    static_cast<std::uint32_t>(stretches_.size() - 1),
                    static_cast<std::uint32_t>(source.end - source.begin)};
  ++size_;
}

void FoldedText::push_break(Span source) {
  if (size_ > 0 && chars_[size_ - 1] == kBreak) return;
  ++word_count_;
  ++run_count_;
  push(kBreak, source);
}

const LetterIndex& FoldedText::letters() const {
  if (!has_letters_) letters_.make(chars());
  has_letters_ = true;
  return letters_;
}

bool FoldedText::starts_word(std::size_t i) const {
  return i == 0 || places_[i - 1].stretch != places_[i].stretch;
}

bool FoldedText::ends_run(std::size_t i) const { return i + 1 == size_ || run(i) != run(i + 1); }

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
  const bool ends_word = end == size_ || word(end - 1) != word(end);
  const std::u32string_view syllables = chars().substr(begin, end - begin);
  const bool cut_off =
      is_behind_sign(begin) && begins_word && ends_word &&
      (is_ending(syllables) ||
       (begin > 0 && is_only_ending(chars().substr(0, begin), syllables)));  // “있다”고도
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
