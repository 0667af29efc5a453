#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "common/words/lexicon.h"
#include "indexer/document/term_table.h"

namespace gisa {

// Counts the runs of Hangul that begin a word, as they stand in the text.
class EojeolCounts {
 public:
  // `text`: valid UTF-8 in NFC.
  void add(std::string_view text);
  void add(const EojeolCounts& counts, std::uint32_t times);

  std::size_t size() const { return counts_.size(); }
  std::uint64_t total() const { return total_; }
  std::string_view text(std::size_t i) const { return texts_[static_cast<std::uint32_t>(i)]; }
  std::uint32_t count(std::size_t i) const { return counts_[i]; }
  void clear();

 private:
  void add_to(std::uint32_t eojeol, std::uint32_t times);

  TermTable texts_;
  std::vector<std::uint32_t> counts_;
  std::uint64_t total_ = 0;
  std::vector<std::string_view> met_;  // of add()
};

// What `eojeols` teach of words.
LexiconTable learn(const EojeolCounts& eojeols);

// The records of what `eojeols` teach on top of `known`. None if there are no eojeols.
std::vector<std::string> records_of(const EojeolCounts& eojeols, const LexiconTable& known);

// Collects the eojeols of a run, batch by batch, from any thread in any order; the result does not
// depend on it. A large archive is sampled: what later batches have is counted of every second one,
// then every fourth, and so on, and multiplied, so that memory grows with the logarithm of the
// text.
class LexiconLearner {
 public:
  // `memory`: bytes that an archive of some hundred megabytes may take. With fewer, sampling begins
  // earlier.
  explicit LexiconLearner(std::size_t memory);

  void add(std::size_t batch, const EojeolCounts& eojeols);

  // As records_of(), of all that came.
  std::vector<std::string> records(const LexiconTable& known) const {
    return records_of(eojeols_, known);
  }

  // Whether the batch is one of those that are counted.
  bool counts(std::size_t batch) const { return times(batch) > 0; }

 private:
  std::uint32_t times(std::size_t batch) const;

  const std::size_t all_counted_;  // batches, the first ones

  std::mutex mutex_;  // guards eojeols_
  EojeolCounts eojeols_;
};

}  // namespace gisa
