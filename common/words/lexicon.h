#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How often a string of Hangul begins an eojeol of the archive, by what follows it there.
struct WordCounts {
  std::uint32_t alone = 0;    // nothing
  std::uint32_t nominal = 0;  // a particle that only nouns take
  std::uint32_t other = 0;    // a particle or ending that verbs take, too

  std::uint32_t all() const { return alone + nominal + other; }
};

// Of a syllable: the words that it begins or ends, and of how many of them the rest is a more
// frequent word (신 of 신기술, 시 of 서울시).
struct AffixCounts {
  std::uint32_t prefix = 0;
  std::uint32_t begins = 0;
  std::uint32_t suffix = 0;
  std::uint32_t ends = 0;
};

struct Affix {
  char32_t syllable = 0;
  AffixCounts counts;
};

// What one database has learnt, as it lies on disk (docs/schema.md). All numbers of two tables add
// up, but that a word met less than twice is in neither.
struct LexiconTable {
  std::uint64_t eojeols = 0;             // that were counted
  std::uint64_t words = 0;               // occurrences of the words below: sum of frequencies
  std::vector<std::uint32_t> particles;  // by particle_number(): how often it follows a word
  std::vector<Affix> affixes;            // by syllable, ascending
  std::vector<std::uint64_t> entries;    // of a word's hash and counts, ascending

  static std::uint64_t entry(std::u32string_view word, const WordCounts& counts);
  static std::uint64_t hash_bits(std::uint64_t entry) { return entry >> 30; }
  static WordCounts counts_of(std::uint64_t entry);
};

// As records of a database's metadata: a head, then the words in parts. Xapian reads a record of a
// megabyte into a string that grows on the way, which took a third of a query's time.
std::vector<std::string> encode(const LexiconTable& table);

// The record of number `i`; empty if there is none.
using LexiconRecord = std::function<std::string(std::size_t i)>;

// An empty table if there is no record. Throws gisa::Error (database_damaged).
LexiconTable decode_lexicon_table(const LexiconRecord& record);

// `added` on top of `known`, with no more words than kMostLexiconWords: the most frequent ones.
LexiconTable sum_of(const LexiconTable& known, const LexiconTable& added);
constexpr std::size_t kMostLexiconWords = 1 << 16;

// A word that is met less often is not known: as often as not it is a misprint.
constexpr double kLeastWordFrequency = 2;

// The words that an archive has taught: no dictionary, counts of its own text alone. Those of
// several databases are summed. The idea is soynlp's L-R graph (Kim Hyunjoong, LRNounExtractor):
// a noun is what stands before the particles of nouns. Values in, values out; any thread may read.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::vector<LexiconTable> tables);

  // False where so little was read that its counts say nothing.
  bool knows_enough() const;

  WordCounts counts(std::u32string_view word) const;

  // How many of the word's occurrences are its own: of 투자가, which is nearly always 투자 and its
  // particle, those with a particle of their own. Below kLeastWordFrequency: not known as a word.
  double frequency(std::u32string_view word) const;

  // How often it is a verb's stem: 이뤄지 of 이뤄지는. 0 if it is rather something else.
  double verb_frequency(std::u32string_view stem) const;

  // Natural logarithm of the share of all words that `frequency` is.
  double log_share(double frequency) const;

  // The same of particles() number `i`, of no particle for nothing; -infinity if it was never met.
  double log_particle_share(std::size_t i) const;

  AffixCounts affix(char32_t syllable) const;
  std::uint64_t all_prefixes() const { return all_prefixes_; }
  std::uint64_t all_suffixes() const { return all_suffixes_; }

 private:
  std::vector<LexiconTable> tables_;
  std::uint64_t eojeols_ = 0;
  double words_ = 0;
  double particle_total_ = 0;
  std::uint64_t all_prefixes_ = 0;
  std::uint64_t all_suffixes_ = 0;
};

// frequency() of counts; `part_frequency` is the count of the word without a particle at its end,
// the most frequent one if several fit.
double own_frequency(const WordCounts& counts, std::uint32_t without_particle);

// Whether `word` stands before what verbs take, and hardly ever as nouns do. A noun that 하다 or
// 되다 makes a verb of is none.
bool is_verb_stem(const WordCounts& counts, char32_t last_syllable);

// Whether a word with such counts is rather a shorter one and its particle.
bool is_rather_shorter(const WordCounts& counts, std::uint32_t without_particle);

}  // namespace gisa
