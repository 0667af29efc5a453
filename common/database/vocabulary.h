#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/database/database.h"

namespace gisa {

// Whether a folded word is one that the vocabulary counts: 2 to 20 characters that begin with a
// syllable or a Latin letter.
bool is_vocabulary_word(std::string_view word);

// The words of a database and how often they occur in bodies, particles stripped, as far as a
// segment has them twice; kept in Xapian's spelling dictionary, which sums over databases. Reads
// what it is asked for, no more. The database must outlive it; one thread at a time. Throws
// gisa::Error if the database cannot be read.
class Vocabulary {
 public:
  explicit Vocabulary(Database& database) : database_(database) {}

  // 0 for a word it does not have.
  std::uint32_t frequency(std::string_view word) const;

  // Those of `words`, which are in the order of their bytes.
  std::vector<std::uint32_t> frequencies(const std::vector<std::string>& words) const;

  // The words from `first` on, in the order of their bytes, until `use` returns false.
  using Use = std::function<bool(std::string_view word, std::uint32_t frequency)>;
  void for_each_from(std::string_view first, const Use& use) const;

  // Whether a word met `count` times in a segment is counted. Words must be met again: what is met
  // once is a misprint as often as not, and half of the vocabulary.
  static bool keeps(std::uint32_t count);

 private:
  Database& database_;
};

}  // namespace gisa
