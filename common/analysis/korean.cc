#include "common/analysis/korean.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "common/analysis/eojeol.h"
#include "common/analysis/script_run.h"
#include "common/analysis/sign.h"
#include "common/analysis/stem.h"
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
  return runs[runs.size() - 2].script == Script::digit ? Before::digits : Before::letters;
}

// Writes the tokens of words, one eojeol after the other. The first token of a position is the word
// as a whole; its parts and alternatives follow.
class WordWriter {
 public:
  explicit WordWriter(TokenStream& out) : out_(out) {}

  // `after_sign`: a closing quote, a bracket or a % stands right before the eojeol.
  void write(const Eojeol& eojeol, std::span<ScriptRun> runs, bool after_sign) {
    eojeol_ = eojeol;
    for (std::size_t first = 0; first < runs.size();) {
      std::size_t last = first + 1;
      while (last < runs.size() && runs[last].begin == runs[last - 1].end) ++last;
      write_word(runs.subspan(first, last - first), after_sign && first == 0);
      first = last;
    }
  }

 private:
  void write_word(std::span<ScriptRun> runs, bool after_sign) {
    const std::uint32_t tokens_before = static_cast<std::uint32_t>(out_.tokens.size());
    std::uint32_t seams = 0;
    if (after_sign && runs.size() == 1 && runs[0].script == Script::hangul &&
        is_ending(chars(runs[0]))) {
      return;  // ‘인공지능’이
    }
    if (runs.back().script == Script::hangul) {
      ScriptRun& last = runs.back();
      const Stem stem = find_stem(chars(last), before_last(runs));
      last.end = last.begin + stem.length;
      seams = stem.seams;
      if (last.size() == 0) runs = runs.first(runs.size() - 1);
    }
    if (runs.size() == 1) {
      write_run(runs[0]);
    } else {
      write_mixed(runs);
    }
    if (seams != 0) write_seams(runs.back(), seams);
    if (out_.tokens.size() > tokens_before) ++position_;
  }

  void write_mixed(Runs runs) {
    const ScriptRun whole{Script::other, runs.front().begin, runs.back().end};
    if (whole.size() <= kMaxWholeChars) add(TokenKind::term, whole);
    for (std::size_t first = 0; first < runs.size();) {
      std::size_t last = first + 1;
      if (is_alphanumeric(runs[first].script)) {
        while (last < runs.size() && is_alphanumeric(runs[last].script)) ++last;
        write_alphanumeric(runs.subspan(first, last - first), last - first == runs.size());
      } else if (!is_counter(runs, first)) {
        write_run(runs[first]);
      }
      first = last;
    }
  }

  // covid19 inside covid19백신: the two together, and each that is longer than a character.
  void write_alphanumeric(Runs runs, bool is_whole) {
    if (runs.size() == 1) return write_run(runs[0]);
    if (!is_whole) add(TokenKind::term, {Script::other, runs.front().begin, runs.back().end});
    for (const ScriptRun& run : runs) {
      if (run.size() > 1) write_run(run);
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
      return eojeol_[i].value == U'.' || eojeol_[i].value == U'&';
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
      add(TokenKind::gram, {run.script, i, i + 2});
  }

  void write_seams(const ScriptRun& run, std::uint32_t seams) {
    for (std::size_t i = 1; i < std::numeric_limits<std::uint32_t>::digits; ++i) {
      const std::size_t at = run.begin + i;
      if (seams >> i & 1u) add(TokenKind::seam, {run.script, at - 1, at + 1});
    }
  }

  void add(TokenKind kind, const ScriptRun& run) {
    const auto begin = static_cast<std::uint32_t>(out_.terms.size());
    std::size_t i = run.begin;
    while (i < run.end && out_.terms.size() - begin + 4 <= kMaxTermBytes) {
      append_char(out_.terms, eojeol_[i++].value);
    }
    const auto end = static_cast<std::uint32_t>(out_.terms.size());
    out_.tokens.push_back({begin, end, source(run.begin, run.end), position_, kind});
  }

  std::u32string_view chars(const ScriptRun& run) {
    run_.clear();
    for (const FoldedChar& c : eojeol_.subspan(run.begin, run.size())) run_.push_back(c.value);
    return run_;
  }
  Span source(std::size_t begin, std::size_t end) const {
    return {eojeol_[begin].source.begin, eojeol_[end - 1].source.end};
  }

  std::span<const FoldedChar> eojeol_;
  std::uint32_t position_ = 0;
  std::u32string run_;  // what chars() returned last
  TokenStream& out_;
};

struct Workspace {
  EojeolBreaker breaker;
  Eojeol eojeol;
  std::vector<ScriptRun> runs;
};

}  // namespace

void KoreanAnalyzer::analyze(std::string_view text, TokenStream& out) const {
  thread_local Workspace workspace;
  out.clear();
  WordWriter writer(out);
  workspace.breaker.start(text);
  while (workspace.breaker.next(workspace.eojeol)) {
    cut_into_runs(workspace.eojeol, workspace.runs);
    if (workspace.runs.empty()) continue;
    const std::size_t begin = workspace.eojeol.front().source.begin;
    writer.write(workspace.eojeol, workspace.runs, ends_with_closing_sign(text.substr(0, begin)));
  }
}

}  // namespace gisa
