#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/analysis/minhash.h"
#include "common/store/record_codec.h"
#include "common/store/stored_passage.h"
#include "indexer/document/document_sink.h"
#include "indexer/document/lexicon_learner.h"

namespace gisa {

// Makes of passages and articles what the index holds of them, as docs/schema.md lays it down.
// Keeps its buffers between passages; one thread at a time.
class DocumentMaker {
 public:
  // `dictionary`: the database's, for the records (RecordPacker).
  DocumentMaker(const Analyzer& analyzer, std::string_view dictionary)
      : analyzer_(analyzer), packer_(dictionary) {}

  void make(const StoredPassage& passage, DocumentSink& sink);

  // Cuts an article, `record` of the file `source`, into passages, in order. How many there were.
  std::uint32_t make_each(Article article, const std::string& source, std::uint32_t record,
                          DocumentSink& sink);

  // Of all bodies since the last clear(), while they are counted.
  EojeolCounts& eojeols() { return eojeols_; }
  void count_eojeols(bool counts) { counts_eojeols_ = counts; }

 private:
  void add_text(std::string_view text, DocumentSink& sink);
  void add_context(std::string_view prefix, std::string_view text, DocumentSink& sink);
  void take_terms(std::string_view text, DocumentSink& sink);

  const Analyzer& analyzer_;
  RecordPacker packer_;
  TokenStream tokens_;
  std::vector<DocumentSink::TextTerm> terms_;  // of tokens_
  std::vector<std::string_view> words_;        // the same
  MinHasher minhash_;
  EojeolCounts eojeols_;
  bool counts_eojeols_ = true;
};

// Appends the records of the article's passages, for train_dictionary().
void add_records(Article article, const std::string& source, std::vector<std::string>& records);

}  // namespace gisa
