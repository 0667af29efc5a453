#pragma once

#include <string>
#include <unordered_map>
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
  // with the term of all N. Both are counted as if 2,000 passages of a large archive stood beside
  // those of the database (background.h): a Dirichlet prior, without which 있다 is as rare as 방풍
  // where hardly any passage has either.
  double idf(const std::string& term);

  // The same, n being the passages with the rarest of the terms: no more have them all.
  double idf(const std::vector<std::string>& terms);

  // The same, n being doc_freq().
  double idf(const SearchWord& word);

  // The passages that can have the word, in whatever form.
  Xapian::doccount doc_freq(const SearchWord& word);

  // The same for a document frequency of what a large archive is not asked about.
  double idf(Xapian::doccount doc_freq) const;

  // 1, or less for a word that asks instead of saying what about.
  static double role(const SearchWord& word);

 private:
  Xapian::doccount frequency(const std::string& term);
  Xapian::doccount max_doc_freq(const std::vector<std::string>& terms);
  double idf(Xapian::doccount doc_freq, double background) const;

  Database& database_;
  Xapian::doccount documents_;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;  // that were asked for
};

}  // namespace gisa
