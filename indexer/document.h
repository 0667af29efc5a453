#pragma once

#include "common/analysis/analyzer.h"
#include "common/database.h"
#include "common/stored_passage.h"

namespace gisa {

// Makes Xapian documents of passages, as docs/schema.md lays them down. Keeps its buffers between
// passages; one thread at a time.
class DocumentMaker {
 public:
  explicit DocumentMaker(const Analyzer& analyzer) : analyzer_(analyzer) {}

  Xapian::Document make(const StoredPassage& passage);

 private:
  void add_text(Xapian::Document& document, std::string_view prefix, std::string_view text,
                Xapian::termcount weight);

  const Analyzer& analyzer_;
  TokenStream tokens_;
  std::string term_;
};

}  // namespace gisa
