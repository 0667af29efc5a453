// Searches go on while the database is changed in place, rebuilt, packed and swapped.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/crash/town_news.h"

namespace gisa::test {
namespace {

constexpr int kSearches = 7 * 500 / GISA_STRIDE;

TEST(Readers, SeeOneEveningOrTheOtherWhateverTheWriterDoes) {
  const TownNews town;
  ASSERT_EQ(town.index().status, 0);
  const auto first = without_order(answers(town.database()));
  town.second_evening();
  ASSERT_EQ(town.index().status, 0);
  const auto second = without_order(answers(town.database()));
  ASSERT_NE(first, second);

  std::atomic<bool> done = false;
  std::atomic<int> runs = 0;
  std::jthread writer([&] {
    for (bool evening = false; !done; evening = !evening) {
      evening ? town.second_evening() : town.first_evening();
      if (runs % 3 == 2) {
        EXPECT_EQ(town.index({"--rebuild"}).status, 0);
      } else {
        EXPECT_EQ(town.index().status, 0);
      }
      if (runs % 5 == 4) {
        EXPECT_EQ(run_program({GISA_INDEX, "--db", town.database(), "--compact"}).status, 0);
      }
      ++runs;
    }
  });
  int firsts = 0;
  int searches = 0;
  while (searches < kSearches) {
    const Answers now = without_order(answers(town.database()));
    EXPECT_EQ(now.complaint, "");
    for (const auto& [query, hits] : now.hits) {  // each query is a search
      EXPECT_TRUE(hits == first.hits.at(query) || hits == second.hits.at(query))
          << "query " << query << " had " << hits.size() << " hits, not "
          << first.hits.at(query).size() << " or " << second.hits.at(query).size();
      firsts += hits == first.hits.at(query);
      ++searches;
    }
  }
  done = true;
  writer.join();
  EXPECT_GT(firsts, 0);
  EXPECT_LT(firsts, searches);
  EXPECT_GT(runs, 60 / GISA_STRIDE);
}

}  // namespace
}  // namespace gisa::test
