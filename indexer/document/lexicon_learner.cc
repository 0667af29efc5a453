#include "indexer/document/lexicon_learner.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "common/analysis/particle.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestEojeol = 12;  // syllables; longer ones are titles without blanks
constexpr std::size_t kLongestWord = 8;

// Batches that are all counted, 36 MB of text at most: what a word is, 6 MB teach nearly as well as
// 140. Each takes some memory in the end, the sample of later ones included.
constexpr std::size_t kMostAllCounted = 24;
constexpr std::size_t kFewestAllCounted = 2;
constexpr std::size_t kBytesEach = 5'000'000;

std::string_view syllables(std::string_view word, std::size_t first, std::size_t count) {
  return word.substr(first * kSyllableBytes, count * kSyllableBytes);
}

// particles() as they stand in the text, found by their last syllable.
class ParticleEndings {
 public:
  ParticleEndings() {
    for (std::size_t number = 0; number < particles().size(); ++number) {
      const std::u32string_view text = particles()[number].text;
      std::string bytes;
      for (const char32_t c : text) append_char(bytes, c);
      by_last_[text.back() - kFirstSyllable].push_back({std::move(bytes), number});
    }
  }

  // Calls `use(what stands before it, its number)` for each particle that `word` ends in.
  template <typename Use>
  void for_each(std::string_view word, Use use) const {
    const char32_t last = decode_char(word, word.size() - kSyllableBytes).value;
    for (const Ending& ending : by_last_[last - kFirstSyllable]) {
      if (word.size() <= ending.text.size() || !word.ends_with(ending.text)) continue;
      use(word.substr(0, word.size() - ending.text.size()), ending.number);
    }
  }

 private:
  struct Ending {
    std::string text;
    std::size_t number;
  };

  std::vector<std::vector<Ending>> by_last_{kLastSyllable - kFirstSyllable + 1};
};

// The words that a learner has met, by their text. `eojeols` must outlive them.
class Words {
 public:
  explicit Words(const EojeolCounts& eojeols) : eojeols_(eojeols) {
    for_each_reading([&](std::uint32_t number, std::size_t particle, std::uint32_t count) {
      if (number == counts_.size()) {
        counts_.emplace_back();
        commonest_ending_.push_back(0);
      }
      if (particle == kAlone) {
        counts_[number].alone += count;
      } else {
        count_before(number, particle, count);
      }
    });
    forget_false_verbs();
    weigh();
  }

  std::size_t size() const { return counts_.size(); }
  std::string_view text(std::size_t i) const { return texts_[static_cast<std::uint32_t>(i)]; }
  const WordCounts& counts(std::size_t i) const { return counts_[i]; }
  double frequency(std::size_t i) const { return frequencies_[i]; }
  double frequency(std::string_view word) const {
    const auto found = texts_.find(word);
    return found ? frequencies_[*found] : 0;
  }

  bool is_verb(std::size_t i) const {
    const std::string_view word = text(i);
    return is_verb_stem(counts_[i], decode_char(word, word.size() - kSyllableBytes).value);
  }

  // By number: how often each particle stands behind one of the words. Goes through the eojeols
  // again, which costs less than to keep what follows each word.
  std::vector<std::uint32_t> particle_counts() {
    std::vector<std::uint32_t> counts(particles().size());
    for_each_reading([&](std::uint32_t number, std::size_t particle, std::uint32_t count) {
      if (particle != kAlone && frequencies_[number] > 0) counts[particle] += count;
    });
    return counts;
  }

 private:
  static constexpr std::size_t kAlone = SIZE_MAX;

  static bool is_short(std::string_view word) {
    return word.size() <= kLongestWord * kSyllableBytes;
  }

  // Calls `use(number of the word, of the particle behind it or kAlone, how often)` for all that an
  // eojeol may be.
  template <typename Use>
  void for_each_reading(Use use) {
    constexpr std::size_t kAtOnce = 4096;
    struct Coming {
      std::string_view word;
      std::size_t particle;
      std::uint32_t count;
    };
    std::vector<Coming> coming;
    const auto intern = [&] {
      texts_.intern_each(
          coming.size(), [&](std::size_t i) { return coming[i].word; },
          [&](std::size_t i, std::uint32_t number) {
            use(number, coming[i].particle, coming[i].count);
          });
      coming.clear();
    };
    for (std::size_t i = 0; i < eojeols_.size(); ++i) {
      const auto add = [&, count = eojeols_.count(i)](std::string_view word, std::size_t particle) {
        if (is_short(word)) coming.push_back({word, particle, count});
      };
      add(eojeols_.text(i), kAlone);
      endings_.for_each(eojeols_.text(i), add);
      if (coming.size() >= kAtOnce) intern();
    }
    intern();
  }

  void count_before(std::uint32_t number, std::size_t particle, std::uint32_t count) {
    WordCounts& counts = counts_[number];
    const bool nominal = particles()[particle].nominal;
    (nominal ? counts.nominal : counts.other) += count;
    if (!nominal) commonest_ending_[number] = std::max(commonest_ending_[number], count);
  }

  // What one ending alone follows is no verb: 교통사 of 교통사고.
  void forget_false_verbs() {
    constexpr std::uint32_t kOthers = 8;
    for (std::uint32_t i = 0; i < counts_.size(); ++i) {
      WordCounts& counts = counts_[i];
      const std::uint32_t others = counts.other - commonest_ending_[i];
      if (is_verb(i) && kOthers * others < counts.other) {
        counts.other = counts.alone + counts.nominal;
      }
    }
    commonest_ending_.clear();
  }

  void weigh() {
    frequencies_.resize(counts_.size());
    for (std::uint32_t i = 0; i < counts_.size(); ++i) {
      const double frequency = own_frequency(counts_[i], without_particle(texts_[i]));
      frequencies_[i] = frequency < kLeastWordFrequency ? 0 : frequency;
    }
  }

  std::uint32_t without_particle(std::string_view word) const {
    std::uint32_t most = 0;
    endings_.for_each(word, [&](std::string_view before, std::size_t) {
      if (before.size() < 2 * kSyllableBytes) return;
      const auto found = texts_.find(before);
      if (found) most = std::max(most, counts_[*found].all());
    });
    return most;
  }

  const EojeolCounts& eojeols_;
  const ParticleEndings endings_;
  TermTable texts_;
  std::vector<WordCounts> counts_;
  std::vector<std::uint32_t> commonest_ending_;  // how often, of those that verbs take
  std::vector<double> frequencies_;
};

// Two words that are each more frequent than the whole.
bool is_plain_compound(const Words& words, std::string_view word, double frequency) {
  const std::size_t length = word.size() / kSyllableBytes;
  for (std::size_t cut = 2; cut + 2 <= length; ++cut) {
    if (words.frequency(syllables(word, 0, cut)) > frequency &&
        words.frequency(syllables(word, cut, length - cut)) > frequency) {
      return true;
    }
  }
  return false;
}

// Only what nouns show of their first and last syllables counts, and only where no other cut
// explains the word: 전 of 전기차 is no prefix, since 전기 and 차 are words.
void count_affixes(const Words& words, LexiconTable& table) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 5;
  constexpr double kMoreFrequent = 2;
  std::map<char32_t, AffixCounts> affixes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words.text(i);
    const std::size_t length = word.size() / kSyllableBytes;
    const double frequency = words.frequency(i);
    if (frequency == 0 || words.counts(i).nominal == 0) continue;
    if (length < kShortest || length > kLongest) continue;
    if (is_plain_compound(words, word, frequency)) continue;
    const double least = kMoreFrequent * frequency;
    const bool has_prefix = words.frequency(syllables(word, 1, length - 1)) > least;
    const bool has_suffix = words.frequency(syllables(word, 0, length - 1)) > least;
    if (!has_suffix) {
      AffixCounts& first = affixes[decode_char(word, 0).value];
      ++first.begins;
      if (has_prefix) ++first.prefix;
    }
    if (!has_prefix) {
      AffixCounts& last = affixes[decode_char(word, word.size() - kSyllableBytes).value];
      ++last.ends;
      if (has_suffix) ++last.suffix;
    }
  }
  for (const auto& [syllable, counts] : affixes) table.affixes.push_back({syllable, counts});
}

}  // namespace

void EojeolCounts::add(std::string_view text) {
  met_.clear();
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xEA || lead > 0xED) {  // no syllable begins so
      ++at;
      continue;
    }
    const std::size_t end = end_of_hangul(text, at);
    const bool begins_word =
        at == 0 || !is_ascii_alphanumeric(static_cast<unsigned char>(text[at - 1]));
    if (end > at && begins_word && end - at <= kLongestEojeol * kSyllableBytes) {
      met_.push_back(text.substr(at, end - at));
    }
    at = std::max(end, at + 1);
  }
  texts_.intern_each(
      met_.size(), [&](std::size_t i) { return met_[i]; },
      [&](std::size_t, std::uint32_t number) { add_to(number, 1); });
}

void EojeolCounts::add(const EojeolCounts& counts, std::uint32_t times) {
  texts_.intern_each(
      counts.size(), [&](std::size_t i) { return counts.text(i); },
      [&](std::size_t i, std::uint32_t number) { add_to(number, times * counts.count(i)); });
}

void EojeolCounts::add_to(std::uint32_t eojeol, std::uint32_t times) {
  if (eojeol == counts_.size()) counts_.push_back(0);
  counts_[eojeol] += times;
  total_ += times;
}

void EojeolCounts::clear() {
  texts_.clear();
  counts_.clear();
  total_ = 0;
}

LexiconTable learn(const EojeolCounts& eojeols) {
  Words words(eojeols);
  LexiconTable table;
  table.eojeols = eojeols.total();
  table.particles = words.particle_counts();
  double all = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.frequency(i) == 0 && !words.is_verb(i)) continue;
    if (words.text(i).size() > kSyllableBytes) all += words.frequency(i);
    table.entries.push_back(LexiconTable::entry(utf32(words.text(i)), words.counts(i)));
  }
  table.words = static_cast<std::uint64_t>(all);
  std::sort(table.entries.begin(), table.entries.end());
  count_affixes(words, table);
  return table;
}

std::vector<std::string> records_of(const EojeolCounts& eojeols, const LexiconTable& known) {
  if (eojeols.size() == 0) return {};
  return encode(sum_of(known, learn(eojeols)));
}

LexiconLearner::LexiconLearner(std::size_t memory)
    : all_counted_(std::clamp(memory / kBytesEach, kFewestAllCounted, kMostAllCounted)) {}

std::uint32_t LexiconLearner::times(std::size_t batch) const {
  const std::size_t round = batch / all_counted_;  // 0, then 1, 2 to 3, 4 to 7 ...
  const std::size_t stride = std::bit_floor(round + 1);
  return batch % stride == 0 ? static_cast<std::uint32_t>(stride) : 0;
}

void LexiconLearner::add(std::size_t batch, const EojeolCounts& eojeols) {
  if (!counts(batch)) return;
  const std::lock_guard lock(mutex_);
  eojeols_.add(eojeols, times(batch));
}

}  // namespace gisa
