#include "indexer/segment/xapian_passages.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/database/vocabulary.h"
#include "indexer/segment/glass/packing.h"
#include "indexer/segment/merge_texts.h"

namespace gisa {

namespace {

struct WeighedTerm {
  std::uint32_t term;
  std::uint32_t weight;
};

// Calls `use(passage, weight)` for every passage that has the term.
template <typename Use>
void for_each_posting(const InvertedBatch& batch, std::size_t term, Use use) {
  std::string_view postings = batch.postings_of(term);
  std::uint32_t passage = batch.terms[term].first;
  use(passage, glass::unpack_uint(postings));
  while (!postings.empty()) {
    passage += glass::unpack_uint(postings) + 1;
    use(passage, glass::unpack_uint(postings));
  }
}

// The terms of each passage, as they were before the batch was inverted: a counting sort, since
// the documents of all passages at once would take far more room.
class PassageTerms {
 public:
  explicit PassageTerms(const InvertedBatch& batch) : ends_(batch.passages()) {
    for (std::size_t term = 0; term < batch.terms.size(); ++term) {
      for_each_posting(batch, term,
                       [&](std::uint32_t passage, std::uint32_t) { ++ends_[passage]; });
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& end : ends_) sum += std::exchange(end, sum);  // where each begins
    terms_.resize(sum);
    for (std::uint32_t term = 0; term < batch.terms.size(); ++term) {
      for_each_posting(batch, term, [&](std::uint32_t passage, std::uint32_t weight) {
        terms_[ends_[passage]++] = {term, weight};
      });
    }
  }

  // In the order of their bytes.
  std::span<const WeighedTerm> of(std::uint32_t passage) const {
    const std::uint32_t begin = passage == 0 ? 0 : ends_[passage - 1];
    return std::span(terms_).subspan(begin, ends_[passage] - begin);
  }

 private:
  std::vector<std::uint32_t> ends_;  // in terms_, by passage
  std::vector<WeighedTerm> terms_;
};

}  // namespace

void add_passages(const InvertedBatch& batch, Xapian::WritableDatabase& database) {
  const PassageTerms terms(batch);
  std::map<std::uint32_t, std::size_t> next;  // by slot: its next value
  for (std::uint32_t passage = 0; passage < batch.passages(); ++passage) {
    Xapian::Document document;
    for (const auto& [term, weight] : terms.of(passage)) {
      document.add_term(std::string(batch.text(term)), weight);
    }
    for (const auto& [slot, values] : batch.values) {
      std::size_t& at = next[slot];
      if (at == values.size() || values[at].passage != passage) continue;
      document.add_value(slot, values[at++].bytes);
    }
    document.set_data(std::string(batch.record(passage)));
    database.add_document(document);
  }
}

void add_vocabulary(const std::vector<InvertedBatch>& batches, Xapian::WritableDatabase& database) {
  const auto text = [&](std::size_t batch, std::size_t at) {
    return at < batches[batch].words.size() ? batches[batch].word(at) : std::string_view();
  };
  merge_texts(batches.size(), text, [&](const std::vector<TextHead>& heads) {
    std::uint32_t count = 0;
    for (const TextHead& head : heads) count += batches[head.batch].words[head.at].count;
    if (Vocabulary::keeps(count)) database.add_spelling(std::string(heads.front().text), count);
  });
}

}  // namespace gisa
