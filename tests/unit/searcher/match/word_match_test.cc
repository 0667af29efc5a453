#include "searcher/match/word_match.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/news_database.h"

namespace gisa {
namespace {

constexpr unsigned kTerms = 60;

// 2,000 passages; the first terms are rare, the last ones in every second passage.
Xapian::WritableDatabase passages(const std::string& folder, std::mt19937& random) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  for (int i = 0; i < 2000; ++i) {
    Xapian::Document passage;
    for (unsigned term = 0; term < kTerms; ++term) {
      if (random() % (2 * kTerms) <= term) passage.add_term(std::to_string(term), 1 + random() % 4);
    }
    database.add_document(passage);
  }
  database.commit();
  return database;
}

IndexQuery some_terms(std::mt19937& random) {
  std::vector<IndexQuery> terms;
  for (auto left = 1 + random() % 4; left > 0; --left) {
    terms.emplace_back(std::to_string(random() % kTerms));
  }
  return IndexQuery::any(terms);
}

std::vector<double> best_scores(const Xapian::Database& database, const Xapian::Query& query,
                                Xapian::doccount most) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, most);
  std::vector<double> scores;
  for (auto at = found.begin(); at != found.end(); ++at) scores.push_back(at.get_weight());
  return scores;
}

TEST(WithOptional, FindsTheSameBestPassagesHoweverFewAreAskedFor) {
  std::mt19937 random(1);
  TempFolder folder;
  const Xapian::Database database = passages(folder / "db", random);
  for (int i = 0; i < 300; ++i) {
    const Xapian::Query query = with_optional(some_terms(random), some_terms(random)).to_xapian();
    const std::vector<double> all = best_scores(database, query, database.get_doccount());
    const std::vector<double> few = best_scores(database, query, 1 + random() % 100);
    for (std::size_t at = 0; at < few.size(); ++at) {
      ASSERT_NEAR(few[at], all[at], 1e-9) << query.get_description() << ", hit " << at;
    }
  }
}

}  // namespace
}  // namespace gisa
