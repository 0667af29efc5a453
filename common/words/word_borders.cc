#include "common/words/word_borders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "common/analysis/particle.h"
#include "common/text/utf8.h"
#include "common/words/compound_cut.h"

namespace gisa {

namespace {

constexpr double kNever = -1e9;

constexpr std::size_t kLongestPiece = 8;    // syllables
constexpr std::size_t kLongestEojeol = 24;  // what is longer is no eojeol, and counts
constexpr std::size_t kLongestUnknown = 4;
constexpr std::size_t kMostRemembered = 50'000;

// The constants are natural logarithms. They were chosen on labelled words of 3,424 articles, with
// lexica of those articles alone and of 79,000, and on places judged by hand (docs/evaluation.md).

// An affix is rarer than a word: of a thousand pieces some four are prefixes, some fifty suffixes.
constexpr double kPrefix = -5;
constexpr double kSuffix = -3.2;
constexpr double kUnknownAffix = -14;

// How much the share of words in which a syllable is an affix counts against how many there are.
constexpr double kProductivity = 1.5;

// What nobody has seen costs so much a syllable, beside what a word met once would.
constexpr double kUnknownSyllable = -6;

// Most words stand where an eojeol begins: 96 of 100 that do are what they look like, 9 of 100
// behind one syllable are. Of two syllables more are the beginning of another word: 부사 of 부사장.
constexpr double kBeginning = 3.5;
constexpr double kShortBeginning = 1;
constexpr std::size_t kShort = 2;

// What stands behind a verb's stem is one of some fifty endings.
constexpr double kVerbEnding = -3.5;

// A word that the archive has as a whole is always more frequent than its parts together. So parts
// are given back what a further piece costs; and they need not be quite as good.
constexpr double kPieceBonus = 12;
constexpr double kAffixBonus = 6;
constexpr double kLenience = 5;

// With so many syllables a word may itself be cut.
constexpr std::size_t kCompound = 4;

enum Kind : std::size_t { open, aligned, crossed, covered, kKinds };

}  // namespace

struct WordBorders::Scores {
  std::array<double, kKinds> best = {kNever, kNever, kNever, kNever};
};

double WordBorders::word_score(std::u32string_view word) const {
  const auto known = word_scores_.find(word);
  if (known != word_scores_.end()) return known->second;
  if (word_scores_.size() >= kMostRemembered) word_scores_.clear();
  const double frequency = lexicon_.frequency(word);
  const double score = frequency < kLeastWordFrequency ? kNever : lexicon_.log_share(frequency);
  word_scores_.emplace(word, score);
  return score;
}

double WordBorders::unknown_score(std::size_t syllables) const {
  return lexicon_.log_share(0.5) + kUnknownSyllable * static_cast<double>(syllables);
}

double WordBorders::affix_score(char32_t syllable, bool first, bool last) const {
  const AffixCounts counts = lexicon_.affix(syllable);
  const auto score = [](double base, double used, double all_used, double of) {
    if (of == 0) return base + kUnknownAffix;
    return base + std::log((used + 0.2) / (all_used + 1)) +
           kProductivity * std::log((used + 0.2) / (of + 2));
  };
  const double prefix =
      score(kPrefix, counts.prefix, static_cast<double>(lexicon_.all_prefixes()), counts.begins);
  const double suffix =
      score(kSuffix, counts.suffix, static_cast<double>(lexicon_.all_suffixes()), counts.ends);
  if (first) return prefix;
  return last ? suffix : std::max(prefix, suffix);
}

double WordBorders::particle_score(std::u32string_view rest) const {
  if (rest.empty()) return std::log(0.5);
  const auto number = particle_number(rest);
  if (!number) return kNever;
  return std::max(kNever, lexicon_.log_particle_share(*number));
}

double WordBorders::verb_score(std::u32string_view stem, std::u32string_view rest) const {
  if (!is_verb_ending(rest)) return kNever;
  const double frequency = lexicon_.verb_frequency(stem);
  return frequency == 0 ? kNever : lexicon_.log_share(frequency) + kVerbEnding;
}

// Without the particle behind a word that the archive knows.
std::size_t WordBorders::length_without_particle(std::u32string_view eojeol) const {
  std::size_t length = eojeol.size();
  double best = kNever;
  for (std::size_t n = 2; n < eojeol.size(); ++n) {
    const double particle = particle_score(eojeol.substr(n));
    if (particle == kNever || is_word(eojeol, n)) continue;
    const double score = word_score(eojeol.substr(0, n)) + particle;
    if (score <= best) continue;
    best = score;
    length = n;
  }
  return length;
}

WordBorders::Scores WordBorders::scores(std::u32string_view eojeol, std::size_t begin,
                                        std::size_t end, double piece_bonus,
                                        double affix_bonus) const {
  const std::size_t size = eojeol.size();
  const double never_seen = lexicon_.log_share(0.5);
  std::array<Scores, kLongestEojeol + 1> at;
  at[0].best[open] = 0;
  std::array<double, kLongestEojeol + 1> particle;
  for (std::size_t i = 0; i <= size; ++i) {
    const bool none = i >= kShort && is_word(eojeol, i);  // 도 of 사법제도
    particle[i] = none ? kNever : particle_score(eojeol.substr(i));
  }

  // What a piece [x, y) makes of a cut of that kind.
  const auto kind_after = [&](Kind kind, std::size_t x, std::size_t y) {
    if (x == begin && y == end) return aligned;
    if (x <= begin && y >= end) return covered;
    if (x >= end || y <= begin) return kind;
    if (x < begin || y > end) return crossed;
    if (end - begin >= kCompound) return x == begin ? aligned : kind;
    return kind == aligned ? aligned : crossed;
  };
  Scores all;
  for (std::size_t x = 0; x <= size; ++x) {
    const Scores& here = at[x];
    // 이자 of 대표이자 may be a particle; at the beginning somebody means the word.
    const bool may_be_particle = x > begin || x == size || (x == begin && x > 0 && end == size);
    if (particle[x] > kNever && may_be_particle) {
      for (const Kind kind : {open, aligned, crossed, covered}) {
        const Kind ends_as = x < end && x < size ? crossed : kind;
        all.best[ends_as] = std::max(all.best[ends_as], here.best[kind] + particle[x]);
      }
    }
    // 이뤄지+지 has no 지지. Of one syllable a stem is too often something else: 사자.
    if (x >= kShort || (x > 0 && begin > 0)) {
      const double verb = verb_score(eojeol.substr(0, x), eojeol.substr(x));
      const Kind ends_as = end > x ? crossed : kind_after(open, 0, x);
      if (verb > kNever) all.best[ends_as] = std::max(all.best[ends_as], verb + piece_bonus);
    }
    for (std::size_t y = x + 1; y <= std::min(size, x + kLongestPiece); ++y) {
      const std::u32string_view piece = eojeol.substr(x, y - x);
      double score = piece.size() == 1
                         ? affix_score(piece[0], x == 0, particle[y] > kNever) + affix_bonus
                         : word_score(piece);
      if (piece.size() > 1) {
        if (score == kNever) {
          if (x == begin && y == end) {
            score = never_seen;  // somebody typed it
          } else if (piece.size() <= kLongestUnknown) {
            score = never_seen + kUnknownSyllable * static_cast<double>(piece.size());
          } else {
            continue;
          }
        }
        score += piece_bonus;
      }
      for (const Kind kind : {open, aligned, crossed, covered}) {
        if (here.best[kind] == kNever) continue;
        double& best = at[y].best[kind_after(kind, x, y)];
        best = std::max(best, here.best[kind] + score);
      }
    }
  }
  return all;
}

// Whether a word that begins at `begin` would only have the letters of an ending: 기도 of 놀라기도.
// What the archive has before a particle of nouns is one: 해발고도가.
bool WordBorders::is_rather_ending(std::u32string_view eojeol, std::size_t begin) const {
  if (begin == 0) return false;
  const std::u32string_view rest = eojeol.substr(begin);
  if (is_only_ending(eojeol.substr(0, begin), rest)) return true;
  return is_verb_ending(rest) && is_rather_verb(eojeol.substr(0, begin)) &&
         lexicon_.counts(eojeol).nominal == 0;
}

// Whether `beginning` goes on as verbs do. Many stand alone, too, before another verb: 나가, 만들.
bool WordBorders::is_rather_verb(std::u32string_view beginning) const {
  constexpr std::uint32_t kLeast = 8;
  constexpr std::uint32_t kShare = 8;
  const WordCounts counts = lexicon_.counts(beginning);
  return counts.other >= kLeast && 2 * counts.other > counts.alone &&
         kShare * counts.nominal < counts.alone + counts.other;
}

WordBorders::Standing WordBorders::judge(std::u32string_view eojeol, std::size_t begin,
                                         std::size_t end) const {
  if (is_rather_ending(eojeol, begin)) return Standing::parted;
  // 웹사이트는 is judged as 웹사이트.
  const std::size_t length = length_without_particle(eojeol);
  if (begin == 0 && end == length && length < eojeol.size()) return Standing::word;
  if (end <= length) eojeol = eojeol.substr(0, length);
  const double at_beginning = end - begin <= kShort ? kShortBeginning : kBeginning;
  const Scores plain = scores(eojeol, begin, end, 0, 0);
  if (plain.best[aligned] + (begin == 0 ? at_beginning : 0) < plain.best[crossed]) {
    return Standing::parted;
  }
  const Scores in_pieces = scores(eojeol, begin, end, kPieceBonus, kAffixBonus);
  const double as_word = in_pieces.best[aligned] + (begin == 0 ? kBeginning : 0);
  return as_word >= in_pieces.best[covered] - kLenience ? Standing::word : Standing::hidden;
}

// There is nothing to cut, or nothing to cut it by.
bool WordBorders::is_plain(std::u32string_view eojeol, std::size_t begin, std::size_t end) const {
  if (!lexicon_.knows_enough() || end - begin < 2 || eojeol.size() > kLongestEojeol) return true;
  return eojeol.size() == end - begin && !particle_number(eojeol.substr(eojeol.size() - 1));
}

std::string WordBorders::explain(std::u32string_view eojeol, std::size_t begin,
                                 std::size_t end) const {
  const auto reason = [&]() -> std::string_view {
    if (!lexicon_.knows_enough()) return "yes, the archive is too small to know better";
    if (is_plain(eojeol, begin, end)) return "yes, it stands alone";
    switch (judge(eojeol, begin, end)) {
      case Standing::word: return "yes";
      case Standing::parted: return "no, its letters belong to different pieces";
      case Standing::hidden: return "no, it is hidden in a longer word";
    }
    return {};
  };
  return fmt::format("{} in {} ({}): {}", utf8(eojeol.substr(begin, end - begin)), utf8(eojeol),
                     cut(eojeol), reason());
}

bool WordBorders::stands(std::u32string_view eojeol, std::size_t begin, std::size_t end) const {
  if (is_plain(eojeol, begin, end)) return true;
  key_.assign(eojeol);
  key_.push_back(static_cast<char32_t>(begin));
  key_.push_back(static_cast<char32_t>(end));
  const auto known = known_.find(key_);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostRemembered) known_.clear();
  const bool is_word = judge(eojeol, begin, end) == Standing::word;
  return known_.emplace(key_, is_word).first->second;
}

bool WordBorders::is_word(std::u32string_view surface, std::size_t stem) const {
  if (!lexicon_.knows_enough() || surface.size() <= stem) return false;
  const auto number = particle_number(surface.substr(stem));
  if (!number) return false;
  const double own = lexicon_.frequency(surface);
  if (own < kLeastWordFrequency) return false;
  // The stem's other occurrences: 김정 of 김정은 has none.
  const WordCounts through_it = lexicon_.counts(surface);
  const double of_stem = lexicon_.counts(surface.substr(0, stem)).all();
  const double others = std::max(1.0, of_stem - through_it.alone);
  return lexicon_.log_share(own) + particle_score({}) >=
         lexicon_.log_share(others) + lexicon_.log_particle_share(*number);
}

std::size_t WordBorders::known_length(std::u32string_view surface, std::size_t stem) const {
  std::size_t length = surface.size();
  while (length > stem && !is_word(surface.substr(0, length), stem)) --length;
  return length;
}

std::vector<std::u32string> WordBorders::parts(std::u32string_view compound) const {
  const std::size_t size = compound.size();
  if (!lexicon_.knows_enough() || size > kLongestEojeol) return {};
  const bool may_have_gap = lexicon_.frequency(compound) < kLeastWordFrequency;
  CompoundCut cut(size);
  for (std::size_t x = 0; x < size; ++x) {
    for (std::size_t y = x + 1; y <= size; ++y) {
      if (y - x == size) continue;
      const std::u32string_view piece = compound.substr(x, y - x);
      if (piece.size() == 1) {
        cut.extend({x, y}, CompoundCut::Piece::affix, affix_score(piece[0], x == 0, y == size));
        continue;
      }
      const double score = piece.size() > kLongestPiece ? kNever : word_score(piece);
      if (score != kNever) cut.extend({x, y}, CompoundCut::Piece::word, score);
      if (may_have_gap) cut.extend({x, y}, CompoundCut::Piece::gap, unknown_score(piece.size()));
    }
  }
  std::vector<std::u32string> parts;
  for (const auto& [begin, end] : cut.words()) {
    parts.emplace_back(compound.substr(begin, end - begin));
  }
  return parts;
}

std::string WordBorders::cut(std::u32string_view eojeol) const {
  std::string out;
  if (eojeol.size() > kLongestEojeol) return out;
  std::array<double, kLongestEojeol + 1> best;
  std::array<std::size_t, kLongestEojeol + 1> from = {};
  best.fill(kNever);
  best[0] = 0;
  for (std::size_t x = 0; x < eojeol.size(); ++x) {
    if (best[x] == kNever) continue;
    for (std::size_t y = x + 1; y <= std::min(eojeol.size(), x + kLongestPiece); ++y) {
      const std::u32string_view piece = eojeol.substr(x, y - x);
      double score =
          piece.size() == 1 ? affix_score(piece[0], x == 0, y == eojeol.size()) : word_score(piece);
      if (score == kNever) {
        score = unknown_score(piece.size());
      }
      if (x > 0 && y == eojeol.size()) {
        score = std::max(score, particle_score(piece) - particle_score({}));
      }
      if (best[x] + score <= best[y]) continue;
      best[y] = best[x] + score;
      from[y] = x;
    }
  }
  for (std::size_t end = eojeol.size(); end > 0; end = from[end]) {
    const std::string piece = utf8(eojeol.substr(from[end], end - from[end]));
    out = out.empty() ? piece : piece + "+" + out;
  }
  return out;
}

}  // namespace gisa
