#include "searcher/match/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/match/compile.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

// All candidates of `query`, in order; `blocks` gets the size of each block.
std::vector<Candidate> all_candidates(const CompiledQuery& query,
                                      std::vector<std::size_t>& blocks) {
  Database database(news_database());
  Candidates candidates(database, query);
  std::vector<Candidate> all;
  for (auto block = candidates.next(); !block.empty(); block = candidates.next()) {
    blocks.push_back(block.size());
    all.insert(all.end(), block.begin(), block.end());
  }
  return all;
}

CompiledQuery compiled(std::string_view query) {
  Database database(news_database());
  return compile(parse_query(query).query, database);
}

std::vector<Xapian::docid> matched(const IndexQuery& query) {
  Database database(news_database());
  return database.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(query.to_xapian());
    const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
    std::vector<Xapian::docid> ids;
    for (auto at = found.begin(); at != found.end(); ++at) ids.push_back(*at);
    std::sort(ids.begin(), ids.end());
    return ids;
  });
}

constexpr const char* kQueries[] = {"시장",
                                    "수원 시장은 대통령에게 정부가 언제 무엇을 했다고 하나요",
                                    "*",
                                    "의료 상담 인공지능",
                                    "\"무료 상담\" 시장",
                                    "-시장",
                                    "알리*",
                                    "무료상담센터",
                                    "수원시장애인체육회는 언제 무엇을 하나요"};

TEST(Candidates, AreAllThatTheIndexProposesEachOnce) {
  for (const char* const text : kQueries) {
    const CompiledQuery query = compiled(text);
    std::vector<std::size_t> blocks;
    std::vector<Xapian::docid> ids;
    for (const Candidate& candidate : all_candidates(query, blocks)) ids.push_back(candidate.id);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, matched(query.candidates)) << text;
  }
}

TEST(Candidates, OfTheLikelyPassCanAnswer) {
  std::size_t with_first_pass = 0;
  for (const char* const text : kQueries) {
    const CompiledQuery query = compiled(text);
    if (!query.likely.empty()) ++with_first_pass;
    const auto all = matched(query.candidates);
    const auto likely = matched(query.likely);
    EXPECT_TRUE(std::includes(all.begin(), all.end(), likely.begin(), likely.end())) << text;
  }
  EXPECT_GT(with_first_pass, 1u);
}

TEST(Candidates, GiveTheRestAtOnce) {
  for (const char* const text : kQueries) {
    const CompiledQuery query = compiled(text);
    Database database(news_database());
    Candidates candidates(database, query);
    std::vector<Xapian::docid> ids = candidates.rest();
    EXPECT_TRUE(candidates.next().empty());
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, matched(query.candidates)) << text;
  }
}

TEST(Candidates, AreAtTheirEndBehindTheRest) {
  std::vector<Article> articles(200);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = i < 60 ? "시장 상인들이 시장 골목을 쓸었다." : "시장 골목이 붐볐다.";
  }
  TempFolder folder;
  index_articles(folder / "db", articles);
  Database database(folder / "db");
  const CompiledQuery query = compile(parse_query("시장").query, database);
  ASSERT_TRUE(query.likely.empty());
  Candidates candidates(database, query);
  // The first ones are handed out while some of those that tie behind them wait.
  std::size_t met = candidates.next().size();
  met += candidates.rest().size();
  EXPECT_EQ(met, articles.size());
  EXPECT_TRUE(candidates.next().empty());
}

TEST(Candidates, ComeBestFirstWithinAPass) {
  const CompiledQuery query = compiled("시장");
  ASSERT_TRUE(query.likely.empty());
  std::vector<std::size_t> blocks;
  const std::vector<Candidate> all = all_candidates(query, blocks);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return a.score > b.score;
  }));
}

TEST(Candidates, ComeInBlocksOfBoundedSize) {
  std::vector<Article> articles(150);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = "시장 상인들이 쌀값을 걱정했다.";
  }
  TempFolder folder;
  index_articles(folder / "db", articles);
  Database database(folder / "db");
  const CompiledQuery query = compile(parse_query("시장").query, database);
  Candidates candidates(database, query);
  EXPECT_EQ(candidates.next().size(), 40u);  // all get the same share
  for (std::size_t left = 110; left > 0;) {
    const std::size_t block = candidates.next().size();
    ASSERT_GT(block, 0u);
    EXPECT_LE(block, 20u);
    left -= block;
  }
  EXPECT_TRUE(candidates.next().empty());
}

TEST(Candidates, WithAWordThatTellsComeFirst) {
  const CompiledQuery query = compiled("수원 시장은 대통령에게 정부가 언제 무엇을 했다고 하나요");
  ASSERT_FALSE(query.likely.empty());
  const std::vector<Xapian::docid> likely = matched(query.likely);
  ASSERT_FALSE(likely.empty());
  ASSERT_LT(likely.size(), matched(query.candidates).size());
  std::vector<std::size_t> blocks;
  const std::vector<Candidate> all = all_candidates(query, blocks);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(std::binary_search(likely.begin(), likely.end(), all[i].id), i < likely.size()) << i;
  }
}

}  // namespace
}  // namespace gisa
