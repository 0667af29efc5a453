#pragma once

#include "common/analysis/analyzer.h"
#include "common/database.h"
#include "common/record_codec.h"
#include "common/stored_passage.h"
#include "indexer/passage.h"

namespace gisa {

// Makes Xapian documents of passages and articles, as docs/schema.md lays them down. Keeps its
// buffers between passages; one thread at a time.
class DocumentMaker {
 public:
  // `dictionary`: the database's, for the records (RecordCodec).
  DocumentMaker(const Analyzer& analyzer, std::string_view dictionary)
      : analyzer_(analyzer), codec_(dictionary) {}

  Xapian::Document make(const StoredPassage& passage);

  // Cuts an article of the file `source` into passages and calls `use(document, bytes)` for each,
  // in order; `bytes` is the size of its text. How many there were.
  template <typename Use>
  std::uint32_t make_each(Article article, const std::string& source, Use use) {
    StoredPassage passage = first_passage(std::move(article), source);
    for (Passage& part : parts_) {
      fill(passage, part);
      use(make(passage), passage.text.size() + 1);
      ++passage.number;
    }
    return passage.number;
  }

 private:
  StoredPassage first_passage(Article article, const std::string& source);
  void fill(StoredPassage& passage, Passage& part) const;

  void collect(std::string_view prefix, std::string_view term, Xapian::termcount weight);
  void collect_text(std::string_view text);
  void collect_context(std::string_view prefix, std::string_view text);
  void add_collected(Xapian::Document& document);

  // A term as it is collected: a slice of bytes_.
  struct Collected {
    std::uint64_t head = 0;  // its first eight bytes, as a number that sorts like them
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    Xapian::termcount weight = 0;
  };

  const Analyzer& analyzer_;
  RecordCodec codec_;
  std::string body_;  // of the article that make_each() is at
  std::vector<Passage> parts_;
  TokenStream tokens_;
  std::string bytes_;
  std::vector<Collected> collected_;
  std::string term_;
};

}  // namespace gisa
