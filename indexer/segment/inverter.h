#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document/document_sink.h"
#include "indexer/document/term_table.h"

namespace gisa {

// The postings of some passages in a row, term by term. Passages are counted from 0. Statistics
// have Xapian's names: the wdf of a term is its weight in one passage.
struct InvertedBatch {
  struct Term {
    std::uint32_t text_end = 0;      // in `texts`, after those of the terms before
    std::uint32_t postings_end = 0;  // in `postings`
    std::uint32_t termfreq = 0;      // passages that have it
    std::uint32_t collfreq = 0;      // the sum of its wdf over these
    std::uint32_t first = 0;         // passage that has it
    std::uint32_t last = 0;
  };
  struct Value {
    std::uint32_t passage;
    std::string bytes;
  };

  // A word of the vocabulary.
  struct Word {
    std::uint32_t text_end = 0;  // in `word_texts`
    std::uint32_t count = 0;
  };

  std::vector<Term> terms;  // in the order of their bytes
  std::string texts;
  std::string postings;       // of a term: wdf, then (distance - 1, wdf) for each further passage
  std::uint32_t max_wdf = 0;  // of all terms and passages
  std::vector<std::uint32_t> lengths;                  // of the passages: sums of wdf
  std::map<std::uint32_t, std::vector<Value>> values;  // by slot
  std::string records;
  std::vector<std::uint32_t> record_ends;  // in `records`

  std::vector<Word> words;  // in the order of their bytes
  std::string word_texts;

  std::uint32_t passages() const { return static_cast<std::uint32_t>(lengths.size()); }
  std::string_view text(std::size_t term) const {
    return slice(texts, terms, term, &Term::text_end);
  }
  std::string_view postings_of(std::size_t term) const {
    return slice(postings, terms, term, &Term::postings_end);
  }
  std::string_view word(std::size_t word) const {
    return slice(word_texts, words, word, &Word::text_end);
  }
  std::string_view record(std::size_t passage) const;

 private:
  template <typename Entry>
  static std::string_view slice(const std::string& of, const std::vector<Entry>& entries,
                                std::size_t at, std::uint32_t Entry::*end) {
    const std::uint32_t begin = at == 0 ? 0 : entries[at - 1].*end;
    return std::string_view(of).substr(begin, entries[at].*end - begin);
  }
};

// Inverts passages in memory: a table of the terms met so far, and postings in the order they come,
// which are sorted once, at the end. Keeps its room from one batch to the next.
class Inverter : public DocumentSink {
 public:
  void add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) override;
  void add_terms(std::span<const TextTerm> terms, std::uint32_t weight) override;
  void add_words(std::span<const std::string_view> words) override;
  void add_value(schema::Slot slot, std::string_view value) override;
  void finish(std::string_view record, std::size_t bytes) override;

  // What was added since the last time: a batch, or more if it was much.
  std::vector<InvertedBatch> take();

 private:
  // Bytes of text after which what came so far is put in order: that takes more room than the rest.
  static constexpr std::size_t kMostText = 2'000'000;

  struct Posting {
    std::uint32_t term;
    std::uint32_t passage;
    std::uint32_t weight : 31;
    std::uint32_t plain : 1;  // stands so in the passage
  };
  struct Latest {
    std::uint32_t posting;  // into postings_
    std::uint32_t passages;
  };

  void add_posting(std::uint32_t term, std::uint32_t weight, bool plain);
  void close_batch();
  void add_plain_words();
  void write_postings();
  void write_words();

  TermTable terms_;
  std::vector<Latest> latest_;  // by term
  std::vector<Posting> postings_;
  std::vector<Posting> sorted_;
  TermTable words_;
  std::vector<std::uint32_t> word_counts_;
  std::size_t passage_begin_ = 0;  // in postings_, of the passage at hand
  std::uint32_t length_ = 0;       // of the passage at hand
  std::size_t bytes_ = 0;          // of text in batch_
  InvertedBatch batch_;
  std::vector<InvertedBatch> closed_;
};

}  // namespace gisa
