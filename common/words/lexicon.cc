#include "common/words/lexicon.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>

#include "common/analysis/particle.h"
#include "common/store/record.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// Eojeols from which counts begin to say something: some two hundred articles. With fewer, a true
// occurrence such as 의회 in 군의회 is lost for want of other words with 군.
constexpr std::uint64_t kLeastEojeols = 50'000;

constexpr std::uint64_t kForm = 2;  // of the records
constexpr std::size_t kEntriesOfPart = 4096;

// A count in ten bits: exact below 128, then its six leading bits.
constexpr unsigned kCountBits = 10;
constexpr unsigned kMantissaBits = 6;
constexpr std::uint32_t kMostCount = 127u << 14;

std::uint64_t packed(std::uint32_t count) {
  count = std::min(count, kMostCount);
  if (count < 1u << kMantissaBits) return count;
  const auto shift = static_cast<unsigned>(std::bit_width(count)) - kMantissaBits - 1;
  return (shift + 1) << kMantissaBits | ((count >> shift) & ((1u << kMantissaBits) - 1));
}

std::uint32_t unpacked(std::uint64_t bits) {
  const auto exponent = static_cast<std::uint32_t>(bits >> kMantissaBits);
  const auto mantissa = static_cast<std::uint32_t>(bits & ((1u << kMantissaBits) - 1));
  return exponent == 0 ? mantissa : ((1u << kMantissaBits) + mantissa) << (exponent - 1);
}

// FNV-1a over characters, then MurmurHash3's finalizer, so that its first bits are as good as any.
std::uint64_t hash_of(std::u32string_view word) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const char32_t c : word) h = (h ^ c) * 0x100000001b3u;
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdu;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53u;
  return h ^ (h >> 33);
}

WordCounts operator+(const WordCounts& a, const WordCounts& b) {
  return {a.alone + b.alone, a.nominal + b.nominal, a.other + b.other};
}

std::uint64_t with_counts(std::uint64_t hash_bits, const WordCounts& counts) {
  return hash_bits << 3 * kCountBits | packed(counts.alone) << 2 * kCountBits |
         packed(counts.nominal) << kCountBits | packed(counts.other);
}

// Where the syllable is, or would be.
template <typename Affixes>
auto place_of(Affixes& affixes, char32_t syllable) {
  return std::lower_bound(
      affixes.begin(), affixes.end(), syllable,
      [](const Affix& affix, char32_t wanted) { return affix.syllable < wanted; });
}

// Hashes are spread evenly, so that where one lies is known to some hundred entries.
WordCounts find(const std::vector<std::uint64_t>& entries, std::uint64_t hash) {
  constexpr std::size_t kReach = 1024;
  const std::uint64_t wanted = hash >> 3 * kCountBits;
  const auto guess = static_cast<std::size_t>((static_cast<double>(hash) / 0x1p64) *
                                              static_cast<double>(entries.size()));
  const std::uint64_t least = wanted << 3 * kCountBits;
  std::size_t first = guess > kReach ? guess - kReach : 0;
  std::size_t last = std::min(entries.size(), guess + kReach);
  if (first > 0 && entries[first] >= least) first = 0;
  if (last < entries.size() && entries[last] < least) last = entries.size();
  const auto at = std::lower_bound(entries.begin() + static_cast<std::ptrdiff_t>(first),
                                   entries.begin() + static_cast<std::ptrdiff_t>(last), least);
  if (at == entries.end() || LexiconTable::hash_bits(*at) != wanted) return {};
  return LexiconTable::counts_of(*at);
}

// How many must have been met of a word, so that no more than kMostLexiconWords are kept.
std::uint32_t least_kept(const std::vector<std::uint64_t>& entries) {
  if (entries.size() <= kMostLexiconWords) return 0;
  std::vector<std::uint32_t> all;
  all.reserve(entries.size());
  for (const std::uint64_t entry : entries) all.push_back(LexiconTable::counts_of(entry).all());
  std::nth_element(all.begin(), all.begin() + kMostLexiconWords, all.end(), std::greater<>());
  return all[kMostLexiconWords] + 1;
}

// Eight bytes each, little-endian.
std::string bytes_of(std::span<const std::uint64_t> entries) {
  std::string bytes;
  bytes.reserve(entries.size_bytes());
  for (const std::uint64_t entry : entries) {
    for (unsigned byte = 0; byte < sizeof entry; ++byte) {
      bytes += static_cast<char>(entry >> 8 * byte & 0xff);
    }
  }
  return bytes;
}

// False if `bytes` is not as long as `entries`.
bool read_entries(std::string_view bytes, std::span<std::uint64_t> entries) {
  if (bytes.size() != entries.size_bytes()) return false;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(entries.data(), bytes.data(), bytes.size());
  } else {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      entries[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * (i % 8);
    }
  }
  return true;
}

}  // namespace

std::uint64_t LexiconTable::entry(std::u32string_view word, const WordCounts& counts) {
  return with_counts(hash_of(word) >> 3 * kCountBits, counts);
}

WordCounts LexiconTable::counts_of(std::uint64_t entry) {
  constexpr std::uint64_t kMask = (1u << kCountBits) - 1;
  return {unpacked(entry >> 2 * kCountBits & kMask), unpacked(entry >> kCountBits & kMask),
          unpacked(entry & kMask)};
}

std::vector<std::string> encode(const LexiconTable& table) {
  std::vector<std::string> records(1);
  std::string& head = records.front();
  put_number(head, kForm);
  put_number(head, table.eojeols);
  put_number(head, table.words);
  put_number(head, table.particles.size());
  for (const std::uint32_t count : table.particles) put_number(head, count);
  put_number(head, table.affixes.size());
  for (const auto& [syllable, counts] : table.affixes) {
    put_number(head, syllable);
    for (const std::uint32_t n : {counts.prefix, counts.begins, counts.suffix, counts.ends}) {
      put_number(head, n);
    }
  }
  put_number(head, table.entries.size());
  for (std::size_t first = 0; first < table.entries.size(); first += kEntriesOfPart) {
    const std::size_t size = std::min(kEntriesOfPart, table.entries.size() - first);
    records.push_back(bytes_of(std::span(table.entries).subspan(first, size)));
  }
  return records;
}

LexiconTable decode_lexicon_table(const LexiconRecord& record) {
  LexiconTable table;
  const std::string head = record(0);
  if (head.empty()) return table;
  RecordReader reader(head, "the lexicon");
  const auto damaged = [] {
    return Error(ErrorCode::database_damaged, "the lexicon is damaged",
                 "build the database anew: gisa-index --rebuild");
  };
  if (reader.number() != kForm) throw damaged();
  table.eojeols = reader.number();
  table.words = reader.number();
  const std::uint64_t particle_count = reader.number();
  if (particle_count > particles().size()) throw damaged();
  for (std::uint64_t i = 0; i < particle_count; ++i) {
    table.particles.push_back(static_cast<std::uint32_t>(reader.number()));
  }
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    auto& [syllable, counts] = table.affixes.emplace_back();
    syllable = static_cast<char32_t>(reader.number());
    for (std::uint32_t* n : {&counts.prefix, &counts.begins, &counts.suffix, &counts.ends}) {
      *n = static_cast<std::uint32_t>(reader.number());
    }
  }
  const std::uint64_t entries = reader.number();
  if (entries > kMostLexiconWords) throw damaged();
  table.entries.resize(entries);
  for (std::size_t first = 0; first < entries; first += kEntriesOfPart) {
    const auto part = std::span(table.entries)
                          .subspan(first)
                          .first(std::min<std::size_t>(kEntriesOfPart, entries - first));
    if (!read_entries(record(first / kEntriesOfPart + 1), part)) throw damaged();
  }
  return table;
}

LexiconTable sum_of(const LexiconTable& known, const LexiconTable& added) {
  LexiconTable sum = known;
  sum.eojeols += added.eojeols;
  sum.words += added.words;
  sum.particles.resize(std::max(sum.particles.size(), added.particles.size()));
  for (std::size_t i = 0; i < added.particles.size(); ++i) sum.particles[i] += added.particles[i];
  for (const auto& [syllable, counts] : added.affixes) {
    auto at = place_of(sum.affixes, syllable);
    if (at == sum.affixes.end() || at->syllable != syllable) {
      at = sum.affixes.insert(at, {syllable, {}});
    }
    AffixCounts& of = at->counts;
    of.prefix += counts.prefix;
    of.begins += counts.begins;
    of.suffix += counts.suffix;
    of.ends += counts.ends;
  }
  sum.entries.clear();
  sum.entries.reserve(known.entries.size() + added.entries.size());
  std::merge(known.entries.begin(), known.entries.end(), added.entries.begin(), added.entries.end(),
             std::back_inserter(sum.entries));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < sum.entries.size(); ++i) {
    const std::uint64_t bits = LexiconTable::hash_bits(sum.entries[i]);
    if (kept > 0 && LexiconTable::hash_bits(sum.entries[kept - 1]) == bits) {
      sum.entries[kept - 1] = with_counts(bits, LexiconTable::counts_of(sum.entries[kept - 1]) +
                                                    LexiconTable::counts_of(sum.entries[i]));
    } else {
      sum.entries[kept++] = sum.entries[i];
    }
  }
  sum.entries.resize(kept);
  const std::uint32_t least = least_kept(sum.entries);
  std::erase_if(sum.entries,
                [&](std::uint64_t entry) { return LexiconTable::counts_of(entry).all() < least; });
  return sum;
}

Lexicon::Lexicon(std::vector<LexiconTable> tables) : tables_(std::move(tables)) {
  for (const LexiconTable& table : tables_) {
    eojeols_ += table.eojeols;
    words_ += static_cast<double>(table.words);
    for (const std::uint32_t count : table.particles) particle_total_ += count;
    for (const auto& [syllable, counts] : table.affixes) {
      all_prefixes_ += counts.prefix;
      all_suffixes_ += counts.suffix;
    }
  }
  particle_total_ += static_cast<double>(eojeols_);
}

bool Lexicon::knows_enough() const { return eojeols_ >= kLeastEojeols; }

WordCounts Lexicon::counts(std::u32string_view word) const {
  const std::uint64_t hash = hash_of(word);
  WordCounts sum;
  for (const LexiconTable& table : tables_) sum = sum + find(table.entries, hash);
  return sum;
}

double Lexicon::frequency(std::u32string_view word) const {
  const WordCounts own = counts(word);
  if (own.all() == 0) return 0;
  std::uint32_t shorter = 0;
  for (std::size_t taken = 1; taken <= kLongestParticle && taken + 2 <= word.size(); ++taken) {
    const std::size_t left = word.size() - taken;
    if (particle_number(word.substr(left))) {
      shorter = std::max(shorter, counts(word.substr(0, left)).all());
    }
  }
  return own_frequency(own, shorter);
}

double Lexicon::verb_frequency(std::u32string_view stem) const {
  const WordCounts own = counts(stem);
  return is_verb_stem(own, stem.back()) ? own.other : 0;
}

double Lexicon::log_share(double frequency) const { return std::log(frequency / words_); }

double Lexicon::log_particle_share(std::size_t i) const {
  double count = 0;
  for (const LexiconTable& table : tables_) {
    if (i < table.particles.size()) count += table.particles[i];
  }
  return std::log(count / particle_total_);
}

AffixCounts Lexicon::affix(char32_t syllable) const {
  AffixCounts sum;
  for (const LexiconTable& table : tables_) {
    const auto found = place_of(table.affixes, syllable);
    if (found == table.affixes.end() || found->syllable != syllable) continue;
    sum.prefix += found->counts.prefix;
    sum.begins += found->counts.begins;
    sum.suffix += found->counts.suffix;
    sum.ends += found->counts.ends;
  }
  return sum;
}

bool is_rather_shorter(const WordCounts& counts, std::uint32_t without_particle) {
  return without_particle > 2 * (counts.nominal + counts.other + 1);
}

bool is_verb_stem(const WordCounts& counts, char32_t last_syllable) {
  constexpr std::uint32_t kLeast = 8;
  constexpr std::uint32_t kShare = 8;
  return counts.other >= kLeast && counts.other >= kShare * (counts.alone + counts.nominal) &&
         last_syllable != U'하' && last_syllable != U'되';
}

double own_frequency(const WordCounts& counts, std::uint32_t without_particle) {
  const bool rather_shorter = is_rather_shorter(counts, without_particle);
  // What takes no particle of nouns and never stands alone is a verb's stem, whatever follows it.
  const std::uint32_t as_noun = counts.nominal + (rather_shorter ? 0 : counts.alone);
  const double with_particles = counts.nominal + std::min(counts.other, as_noun);
  // Of every eight occurrences of a noun, some three stand alone.
  return rather_shorter ? 1.6 * with_particles : counts.alone + with_particles;
}

}  // namespace gisa
