#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document_sink.h"

namespace gisa {

// The postings of some passages in a row, term by term. Passages are counted from 0.
struct InvertedBatch {
  struct Term {
    std::uint32_t text_end = 0;      // in `texts`, after those of the terms before
    std::uint32_t postings_end = 0;  // in `postings`
    std::uint32_t passages = 0;      // that have it
    std::uint32_t weight = 0;        // in all of them
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  struct Value {
    std::uint32_t passage;
    std::string bytes;
  };

  std::vector<Term> terms;  // in the order of their bytes
  std::string texts;
  std::string postings;  // of a term: weight, then (distance - 1, weight) for each further passage
  std::uint32_t heaviest = 0;                          // weight that a term has in a passage
  std::vector<std::uint32_t> lengths;                  // of the passages: sums of weights
  std::map<std::uint32_t, std::vector<Value>> values;  // by slot
  std::string records;
  std::vector<std::uint32_t> record_ends;  // in `records`

  std::uint32_t passages() const { return static_cast<std::uint32_t>(lengths.size()); }
  std::string_view text(std::size_t term) const { return slice(texts, term, &Term::text_end); }
  std::string_view postings_of(std::size_t term) const {
    return slice(postings, term, &Term::postings_end);
  }
  std::string_view record(std::size_t passage) const;

 private:
  std::string_view slice(const std::string& of, std::size_t term, std::uint32_t Term::*end) const {
    const std::uint32_t begin = term == 0 ? 0 : terms[term - 1].*end;
    return std::string_view(of).substr(begin, terms[term].*end - begin);
  }
};

// Inverts passages in memory: a table of the terms met so far, and postings in the order they come,
// which are sorted once, at the end. Keeps its room from one batch to the next.
class Inverter : public DocumentSink {
 public:
  void add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) override;
  void add_value(schema::Slot slot, std::string_view value) override;
  void finish(std::string_view record, std::size_t bytes) override;

  // What was added since the last time: a batch, or more if it was much.
  std::vector<InvertedBatch> take();

 private:
  // Bytes of text after which what came so far is put in order: that takes more room than the rest.
  static constexpr std::size_t kMostText = 2'000'000;

  struct Posting {
    std::uint32_t term;  // into terms_
    std::uint32_t passage;
    std::uint32_t weight;
  };
  struct Met {
    std::uint64_t head;  // its first eight bytes, as a number that sorts like them
    std::uint32_t begin;
    std::uint32_t size;
    std::uint32_t hash;
    std::uint32_t latest;  // into postings_
    std::uint32_t passages;
  };

  Met& meet(std::string_view prefix, std::string_view term);
  void grow();
  std::string_view text(const Met& met) const {
    return std::string_view(texts_).substr(met.begin, met.size);
  }
  void close_batch();
  std::vector<std::uint32_t> in_order() const;
  void write_postings(const std::vector<std::uint32_t>& order);

  std::vector<std::uint32_t> buckets_ = std::vector<std::uint32_t>(1 << 16);  // into terms_, plus 1
  std::vector<Met> terms_;
  std::string texts_;
  std::vector<Posting> postings_;
  std::vector<Posting> sorted_;
  std::uint32_t length_ = 0;  // of the passage at hand
  std::size_t bytes_ = 0;     // of text in batch_
  InvertedBatch batch_;
  std::vector<InvertedBatch> closed_;
};

}  // namespace gisa
