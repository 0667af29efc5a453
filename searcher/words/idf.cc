#include "searcher/words/idf.h"

#include <algorithm>
#include <cmath>

#include "searcher/words/background.h"
#include "searcher/words/question_word.h"

namespace gisa {

namespace {

// 무엇인가요 and 알려줘 say what is wanted, not what about.
constexpr double kQuestion = 0.3;

// Passages of the large archive: as many as a small archive has itself, nothing beside a large one.
constexpr double kBackground = 2000;

double rarest_background(const std::vector<std::string>& terms) {
  double rarest = 1;
  for (const std::string& term : terms) rarest = std::min(rarest, background_share(term));
  return rarest;
}

}  // namespace

WordWeights::WordWeights(Database& database) : database_(database) {
  documents_ = database_.read([](Xapian::Database& db) { return db.get_doccount(); });
}

double WordWeights::idf(const std::string& term) {
  return idf(frequency(term), background_share(term));
}

double WordWeights::idf(const std::vector<std::string>& terms) {
  return idf(max_doc_freq(terms), rarest_background(terms));
}

double WordWeights::idf(const SearchWord& word) {
  return idf(doc_freq(word), rarest_background(word.terms));
}

Xapian::doccount WordWeights::doc_freq(const SearchWord& word) {
  Xapian::doccount sum = max_doc_freq(word.terms);
  for (const WrittenForm& variant : word.variants) {
    if (variant.same_word) sum += max_doc_freq(variant.terms);
  }
  return std::min(sum, documents_);
}

double WordWeights::role(const SearchWord& word) {
  return is_question_word(word.surface, word.stem) ? kQuestion : 1.0;
}

Xapian::doccount WordWeights::frequency(const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  return frequencies_[term] =
             database_.read([&](Xapian::Database& db) { return db.get_termfreq(term); });
}

// The passages with the rarest of the terms: no more than that have them all.
Xapian::doccount WordWeights::max_doc_freq(const std::vector<std::string>& terms) {
  Xapian::doccount rarest = documents_;
  for (const std::string& term : terms) rarest = std::min(rarest, frequency(term));
  return rarest;
}

double WordWeights::idf(Xapian::doccount doc_freq) const { return idf(doc_freq, 0); }

double WordWeights::idf(Xapian::doccount doc_freq, double background) const {
  const double all = documents_ + kBackground;
  const double having = std::min(doc_freq, documents_) + kBackground * background;
  return std::log(1 + (all - having + 0.5) / (having + 0.5));
}

}  // namespace gisa
