#pragma once

#include "common/analysis/analyzer.h"
#include "common/database.h"
#include "common/stored_passage.h"
#include "indexer/passage.h"

namespace gisa {

// Makes Xapian documents of passages and articles, as docs/schema.md lays them down. Keeps its
// buffers between passages; one thread at a time.
class DocumentMaker {
 public:
  explicit DocumentMaker(const Analyzer& analyzer) : analyzer_(analyzer) {}

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

  void add_text(Xapian::Document& document, std::string_view prefix, std::string_view text,
                Xapian::termcount weight);

  const Analyzer& analyzer_;
  std::string body_;  // of the article that make_each() is at
  std::vector<Passage> parts_;
  TokenStream tokens_;
  std::string term_;
};

}  // namespace gisa
