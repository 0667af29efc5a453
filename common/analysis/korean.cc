#include "common/analysis/korean.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "common/analysis/joint.h"
#include "common/analysis/script_run.h"
#include "common/analysis/sign.h"
#include "common/analysis/stem.h"
#include "common/analysis/word_reader.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// An eojeol of several scripts is searched by its parts and as a whole; a longer whole is no word
// that anybody types.
constexpr std::size_t kMaxWholeChars = 30;

using Runs = std::span<const ScriptRun>;

bool is_alphanumeric(Script script) { return script == Script::letter || script == Script::digit; }

Before before_last(Runs runs) {
  if (runs.size() == 1) return Before::nothing;
  switch (runs[runs.size() - 2].script) {
    case Script::hangul: return Before::nothing;  // 현직 of 전·현직
    case Script::digit: return Before::digits;
    default: return Before::letters;
  }
}

// Whether a sign binds a word to the one beside it, as in e's, 9,5 and a_b (Unicode annex 29).
bool is_bound(std::string_view text, Span word, Script script) {
  const auto binds = [&](std::size_t sign, std::size_t beyond) {
    if (sign >= text.size()) return false;
    if (text[sign] == '_') return true;
    const bool is_digit = script == Script::digit;
    const std::string_view binding = is_digit ? "'.,;" : "'.";
    if (binding.find(text[sign]) == std::string_view::npos || beyond >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[beyond]);
    return is_digit ? is_ascii_digit(c) : is_ascii_letter(c);
  };
  return binds(word.begin - 1, word.begin - 2) || binds(word.end, word.end + 1);
}

// Writes the tokens of words, one after the other. The first token of a position is the word as a
// whole; its parts and alternatives follow.
class WordWriter {
 public:
  WordWriter(std::string_view text, TokenStream& out) : text_(text), out_(out) {}

  // Takes the word's runs apart.
  void write(Word& word) {
    chars_ = word.chars;
    std::span<ScriptRun> runs = word.runs;
    letter_ = letter_before(runs);
    if (is_ending_behind_sign(runs)) return;  // ‘인공지능’이
    const auto tokens_before = out_.tokens.size();
    std::uint32_t junctions = 0;
    if (runs.back().script == Script::hangul) {
      ScriptRun& last = runs.back();
      const Stem stem = find_stem(chars(last), before_last(runs));
      last.end = last.begin + stem.length;
      junctions = stem.junctions;
      if (last.size() == 0) runs = runs.first(runs.size() - 1);
    }
    const ScriptRun last = runs.back();
    const std::span<ScriptRun> joined = joined_syllables(runs);
    if (joined.size() == 1) {
      write_run(joined[0]);
    } else {
      write_mixed(joined);
    }
    if (junctions != 0) write_junctions(last, junctions);
    write_parts(joined);
    if (out_.tokens.size() > tokens_before) ++position_;
  }

 private:
  // The K of K 9, or nothing: no part of K 9 is a term that a query for K9 asks for.
  FoldedChar letter_before(Runs runs) {
    const FoldedChar letter = std::exchange(lone_letter_, {});
    const FoldedChar& first = chars_[0];
    const Script script = runs[0].script;
    if (runs[0].size() > 1 || !is_alphanumeric(script)) return {};
    if (script == Script::letter && chars_.size() == 1 && !is_bound(text_, first.source, script)) {
      lone_letter_ = first;
    }
    const bool is_next = letter.value != 0 && letter.source.end + 1 == first.source.begin;
    const bool is_digit =
        script == Script::digit && (runs.size() == 1 ? !is_bound(text_, first.source, script)
                                                     : !is_alphanumeric(runs[1].script));
    return is_next && is_digit ? letter : FoldedChar();
  }

  bool is_ending_behind_sign(Runs runs) {
    return runs.size() == 1 && runs[0].script == Script::hangul &&
           ends_with_closing_sign(text_.substr(0, chars_[0].source.begin)) &&
           is_ending(chars(runs[0]));
  }

  void write_with(const FoldedChar& letter, const FoldedChar& digit) {
    const FoldedChar pieces[] = {{letter.value, Joint::none, digit.source}, digit};
    const auto word = std::exchange(chars_, pieces);
    add(TokenKind::junction, {Script::other, 0, 2});
    chars_ = word;
  }

  // 전·현직 is one run; what it begins with goes to `syllables_`. Leaves the runs that are left at
  // the front.
  std::span<ScriptRun> joined_syllables(std::span<ScriptRun> runs) {
    syllables_.clear();
    std::size_t kept = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
      ScriptRun& before = runs[kept];
      if (before.script == Script::hangul && runs[i].script == Script::hangul) {
        if (before.size() == 1) syllables_.push_back(before);
        before.end = runs[i].end;
      } else {
        runs[++kept] = runs[i];
      }
    }
    return runs.first(kept + 1);
  }

  // What is a word in the text, but not what a query for the whole asks for: 전 of 전·현직, e of
  // e-mail, 18민주화운동 of 5·18민주화운동.
  void write_parts(Runs runs) {
    for (const ScriptRun& syllable : syllables_) add(TokenKind::junction, syllable);
    if (const FoldedChar letter = std::exchange(letter_, {}); letter.value != 0) {
      write_with(letter, chars_[runs[0].begin]);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].script == Script::digit) write_numbers(runs.subspan(i));
      if (runs[i].script != Script::letter || runs[i].size() != 1) continue;
      const bool after = i > 0 && is_alphanumeric(runs[i - 1].script);
      const bool before = i + 1 < runs.size() && is_alphanumeric(runs[i + 1].script);
      const bool cut = (after && runs[i - 1].script == Script::digit) ||
                       (before && runs[i + 1].script == Script::digit);
      if ((after || before) && !cut) add(TokenKind::junction, runs[i]);
    }
  }

  // `runs` begins with a number.
  void write_numbers(Runs runs) {
    for (std::size_t i = runs[0].begin; i < runs[0].end; ++i) {
      if (chars_[i].joint != Joint::point) continue;
      add(TokenKind::junction, {Script::digit, i + 1, runs[0].end});
      if (runs.size() > 1) add(TokenKind::junction, {Script::other, i + 1, runs.back().end});
    }
  }

  void write_mixed(Runs runs) {
    const ScriptRun whole{Script::other, runs.front().begin, runs.back().end};
    if (whole.size() <= kMaxWholeChars) add(TokenKind::term, whole);
    for (std::size_t first = 0; first < runs.size();) {
      std::size_t last = first + 1;
      if (is_alphanumeric(runs[first].script)) {
        while (last < runs.size() && is_alphanumeric(runs[last].script)) ++last;
        write_alphanumeric(runs.subspan(first, last - first), last - first == runs.size());
      } else if (runs[first].script == Script::unit) {
        write_amount(runs, first);
      } else if (!is_counter(runs, first)) {
        write_run(runs[first]);
      }
      first = last;
    }
  }

  // $100 of $100만, 30% of 30%대, 36.5° of 36.5℃.
  void write_amount(Runs runs, std::size_t unit) {
    const bool money = chars_[runs[unit].begin].joint == Joint::money;
    const std::size_t first = money ? unit : unit - 1;
    if (runs.size() > 2)
      add(TokenKind::term, {Script::other, runs[first].begin, runs[first + 1].end});
  }

  // covid19 inside covid19백신: the two together, and each that is longer than a character; wifi of
  // wi-fi6.
  void write_alphanumeric(Runs runs, bool is_whole) {
    if (runs.size() == 1) return write_run(runs[0]);
    if (!is_whole) add(TokenKind::term, {Script::other, runs.front().begin, runs.back().end});
    for (std::size_t first = 0; first < runs.size();) {
      std::size_t last = first + 1;
      while (last < runs.size() && runs[last].script == runs[first].script) ++last;
      const bool is_part = last - first > 1 && last - first < runs.size();
      if (is_part) add(TokenKind::term, {Script::letter, runs[first].begin, runs[last - 1].end});
      for (; first < last; ++first) {
        if (runs[first].size() > 1) write_run(runs[first]);
      }
    }
  }

  // 개, 년, 회 after a number say little alone, and the whole keeps them.
  static bool is_counter(Runs runs, std::size_t i) {
    return i > 0 && runs[i].script == Script::hangul && runs[i].size() == 1 &&
           runs[i - 1].script == Script::digit;
  }

  void write_run(const ScriptRun& run) {
    if (is_alphanumeric(run.script)) {
      add(TokenKind::term, run);
      if (run.script == Script::letter) write_joined_letters(run);
      return;
    }
    add(run.size() <= 2 ? TokenKind::term : TokenKind::word, run);
    if (run.size() > 2) {
      write_grams(run);
    } else if (run.script == Script::hangul && may_be_one_syllable(chars(run))) {
      add(TokenKind::term, {run.script, run.begin, run.begin + 1});
    }
  }

  // jd.com is also jd and com.
  void write_joined_letters(const ScriptRun& run) {
    const auto is_joint = [&](std::size_t i) {
      const char32_t c = chars_[i].value;
      return (c == U'.' || c == U'&') && chars_[i].joint != Joint::letter;
    };
    std::size_t begin = run.begin;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      if (!is_joint(i)) continue;
      if (i > begin) add(TokenKind::term, {run.script, begin, i});
      begin = i + 1;
    }
    if (begin != run.begin && run.end > begin) add(TokenKind::term, {run.script, begin, run.end});
  }

  void write_grams(const ScriptRun& run) {
    for (std::size_t i = run.begin; i + 1 < run.end; ++i)
      add(TokenKind::bigram, {run.script, i, i + 2});
  }

  void write_junctions(const ScriptRun& run, std::uint32_t junctions) {
    for (std::size_t i = 1; i < std::numeric_limits<std::uint32_t>::digits; ++i) {
      const std::size_t at = run.begin + i;
      if (junctions >> i & 1u) add(TokenKind::junction, {run.script, at - 1, at + 1});
    }
  }

  void add(TokenKind kind, const ScriptRun& run) {
    std::array<char, kMaxTermBytes> term;
    std::size_t size = 0;
    for (std::size_t i = run.begin; i < run.end && size + kLongestChar <= term.size(); ++i) {
      size += write_char(term.data() + size, chars_[i].value);
    }
    const auto begin = static_cast<std::uint32_t>(out_.terms.size());
    out_.terms.append(term.data(), size);
    const auto end = static_cast<std::uint32_t>(out_.terms.size());
    out_.tokens.push_back({begin, end, source(run.begin, run.end), position_, kind});
  }

  std::u32string_view chars(const ScriptRun& run) {
    run_.clear();
    for (const FoldedChar& c : chars_.subspan(run.begin, run.size())) run_.push_back(c.value);
    return run_;
  }
  Span source(std::size_t begin, std::size_t end) const {
    return {chars_[begin].source.begin, chars_[end - 1].source.end};
  }

  std::string_view text_;
  std::span<const FoldedChar> chars_;  // of the word
  FoldedChar lone_letter_;             // what the last word was all of, if it was one letter
  FoldedChar letter_;  // the same of the one before, if it makes a word with this one
  std::uint32_t position_ = 0;
  std::u32string run_;                // what chars() returned last
  std::vector<ScriptRun> syllables_;  // what joined_syllables() found
  TokenStream& out_;
};

struct Workspace {
  WordReader reader;
  Word word;
};

}  // namespace

void KoreanAnalyzer::analyze(std::string_view text, TokenStream& out) const {
  thread_local Workspace workspace;
  out.clear();
  WordWriter writer(text, out);
  workspace.reader.start(text);
  while (workspace.reader.next(workspace.word)) {
    workspace.reader.spell_out(workspace.word);
    writer.write(workspace.word);
  }
}

}  // namespace gisa
