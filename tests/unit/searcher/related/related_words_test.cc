#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "gisa/related.h"
#include "searcher/related/log_likelihood.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

namespace gisa {
namespace {

TEST(LogLikelihood, IsThatOfDunning) {
  // The first rows of table 2 of Dunning 1993: the swiss, can be, previous year.
  EXPECT_NEAR(log_likelihood(110, 110 + 2442, 111, 111 + 29114), 270.72, 0.01);
  EXPECT_NEAR(log_likelihood(29, 29 + 13, 123, 123 + 31612), 263.90, 0.01);
  EXPECT_NEAR(log_likelihood(31, 31 + 23, 139, 139 + 31584), 256.84, 0.01);
}

TEST(LogLikelihood, TellsRareFromFrequent) {
  EXPECT_EQ(log_likelihood(10, 100, 100, 1000), 0);
  EXPECT_GT(log_likelihood(11, 100, 100, 1000), 0);
  EXPECT_LT(log_likelihood(9, 100, 100, 1000), 0);
  EXPECT_EQ(log_likelihood(0, 0, 1, 10), 0);
  EXPECT_GT(log_likelihood(10, 10, 0, 1000), log_likelihood(9, 10, 0, 1000));
}

RelatedWords related_in_corpus(const std::string& typed) {
  static const Searcher searcher(corpus_database());
  SearchOptions options;
  options.related = 20;
  options.exact = true;
  return searcher.search(typed, options).related;
}

// The articles that have the word beside the query.
std::size_t listed(const std::string& typed, const std::string& word) {
  static const Searcher searcher(corpus_database());
  SearchOptions options = all_articles();
  options.exact = true;
  return searcher.search("(" + typed + ") AND " + word, options).hits.size();
}

TEST(RelatedWords, AreCountedAsTheQueryAndTheWordList) {
  std::size_t words = 0;
  for (const char* query : {"알리바바", "의료", "금리", "중국", "정부", "선거", "코로나"}) {
    const RelatedWords related = related_in_corpus(query);
    EXPECT_TRUE(related.all) << query;
    words += related.words.size();
    for (const RelatedWord& word : related.words) {
      EXPECT_EQ(word.articles, listed(query, word.word)) << query << ": " << word.word;
    }
  }
  EXPECT_GT(words, 40u);
}

TEST(RelatedWords, AreOrderedAndNotThoseOfTheQuery) {
  const RelatedWords related = related_in_corpus("알리바바 의료");
  EXPECT_TRUE(std::is_sorted(related.words.begin(), related.words.end(),
                             [](const auto& a, const auto& b) { return a.score > b.score; }));
  for (const RelatedWord& word : related.words) {
    EXPECT_EQ(word.word.find("알리바바"), std::string::npos);
    EXPECT_EQ(word.word.find("의료"), std::string::npos);
  }
}

TEST(RelatedWords, AreNoneOfNothing) {
  EXPECT_TRUE(related_in_corpus("없는말없는말").words.empty());
  EXPECT_TRUE(related_in_corpus("").words.empty());
}

}  // namespace
}  // namespace gisa
