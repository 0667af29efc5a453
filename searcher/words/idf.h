#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"
#include "searcher/words/search_word.h"

namespace gisa {

// How much the words of a query count: by how rare they are in one database, and by what they do in
// the query. The database must outlive the object; one thread at a time. Throws gisa::Error if the
// database cannot be read.
class WordWeights {
 public:
  explicit WordWeights(Database& database);

  // ln(1 + (N - n + 0.5) / (n + 0.5)), BM25's (Robertson and Zaragoza 2009), n being the passages
  // with the term.
  double idf(const std::string& term);

  // The same, n being the passages that can have the word, in whatever form.
  double idf(const SearchWord& word);

  // The same for a document frequency.
  double idf(Xapian::doccount doc_freq) const;

  // 1, or less for a word that asks instead of saying what about.
  static double role(const SearchWord& word);

 private:
  Xapian::doccount frequency(const std::string& term);
  Xapian::doccount max_doc_freq(const std::vector<std::string>& terms);

  Database& database_;
  Xapian::doccount documents_;
};

}  // namespace gisa
