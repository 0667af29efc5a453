#include "indexer/segment/plain_segment.h"

#include "common/database/database.h"
#include "common/database/vocabulary.h"
#include "indexer/segment/glass/packing.h"
#include "indexer/segment/merge_texts.h"

namespace gisa {

namespace {

// The passages of a batch, as they were before it was inverted.
std::vector<Xapian::Document> documents_of(const InvertedBatch& batch) {
  std::vector<Xapian::Document> documents(batch.passages());
  for (std::size_t i = 0; i < batch.terms.size(); ++i) {
    const std::string text(batch.text(i));
    std::string_view postings = batch.postings_of(i);
    std::uint32_t passage = batch.terms[i].first;
    documents[passage].add_term(text, glass::unpack_uint(postings));
    while (!postings.empty()) {
      passage += glass::unpack_uint(postings) + 1;
      documents[passage].add_term(text, glass::unpack_uint(postings));
    }
  }
  for (const auto& [slot, values] : batch.values) {
    for (const InvertedBatch::Value& value : values) {
      documents[value.passage].add_value(slot, value.bytes);
    }
  }
  for (std::uint32_t passage = 0; passage < batch.passages(); ++passage) {
    documents[passage].set_data(std::string(batch.record(passage)));
  }
  return documents;
}

void add_words(Xapian::WritableDatabase& database, const std::vector<InvertedBatch>& batches) {
  const auto text = [&](std::size_t batch, std::size_t at) {
    return at < batches[batch].words.size() ? batches[batch].word(at) : std::string_view();
  };
  merge_texts(batches.size(), text, [&](const std::vector<TextHead>& heads) {
    std::uint32_t count = 0;
    for (const TextHead& head : heads) count += batches[head.batch].words[head.at].count;
    if (Vocabulary::keeps(count)) database.add_spelling(std::string(heads.front().text), count);
  });
}

}  // namespace

void write_plain_segment(const std::string& path, const std::vector<InvertedBatch>& batches) {
  Xapian::WritableDatabase database(
      path, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC);
  for (const InvertedBatch& batch : batches) {
    for (const Xapian::Document& document : documents_of(batch)) database.add_document(document);
    database.commit();  // what is not committed is in memory
  }
  add_words(database, batches);
  database.commit();
}

}  // namespace gisa
