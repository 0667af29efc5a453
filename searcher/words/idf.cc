#include "searcher/words/idf.h"

#include <algorithm>
#include <cmath>

#include "searcher/words/question_word.h"

namespace gisa {

namespace {

// 무엇인가요 and 알려줘 say what is wanted, not what about.
constexpr double kQuestion = 0.3;

}  // namespace

WordWeights::WordWeights(Database& database) : database_(database) {
  documents_ = database_.read([](Xapian::Database& db) { return db.get_doccount(); });
}

double WordWeights::idf(const std::string& term) { return idf(frequency(term)); }

double WordWeights::idf(const SearchWord& word) {
  Xapian::doccount doc_freq = max_doc_freq(word.terms);
  for (const WrittenForm& variant : word.variants) {
    if (variant.same_word) doc_freq += max_doc_freq(variant.terms);
  }
  return idf(doc_freq);
}

double WordWeights::role(const SearchWord& word) {
  return is_question_word(word.surface, word.stem) ? kQuestion : 1.0;
}

Xapian::doccount WordWeights::frequency(const std::string& term) {
  return database_.read([&](Xapian::Database& db) { return db.get_termfreq(term); });
}

// The passages with the rarest of the terms: no more than that have them all.
Xapian::doccount WordWeights::max_doc_freq(const std::vector<std::string>& terms) {
  Xapian::doccount rarest = documents_;
  for (const std::string& term : terms) rarest = std::min(rarest, frequency(term));
  return rarest;
}

double WordWeights::idf(Xapian::doccount doc_freq) const {
  doc_freq = std::min(doc_freq, documents_);
  return std::log(1 + (documents_ - doc_freq + 0.5) / (doc_freq + 0.5));
}

}  // namespace gisa
