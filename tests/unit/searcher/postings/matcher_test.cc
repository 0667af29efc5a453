#include "searcher/postings/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "searcher/postings/matching_documents.h"
#include "searcher/postings/shard_scan.h"

// Held against Xapian's matcher: the same matches with the same scores in the same order.
namespace gisa {
namespace {

constexpr unsigned kTerms = 40;

std::string term_name(unsigned term) { return std::to_string(term); }

// Two databases of several windows. The first terms are rare, the last ones common; every tenth
// document is gone; those terms that end in 7 only filter.
class Databases {
 public:
  explicit Databases(std::mt19937& random) {
    for (const unsigned documents : {40'000u, 21'000u}) {
      Xapian::WritableDatabase shard("", Xapian::DB_BACKEND_INMEMORY);
      for (unsigned i = 1; i <= documents; ++i) shard.add_document(document(random));
      for (unsigned i = 10; i <= documents; i += 10) shard.delete_document(i);
      shards_.push_back(shard);
      all_.add_database(shard);
    }
  }

  const Xapian::Database& all() const { return all_; }
  const std::vector<Xapian::Database>& shards() const { return shards_; }

 private:
  static Xapian::Document document(std::mt19937& random) {
    Xapian::Document document;
    for (unsigned term = 0; term < kTerms; ++term) {
      const bool is_common = term > kTerms - 4;
      if (random() % (is_common ? 2000 : 200'000) > (term + 1) * (term + 1)) continue;
      const unsigned wdf = random() % 40 == 0 ? random() % 300 : 1 + random() % 4;
      document.add_term(term_name(term), term % 10 == 7 ? 0 : std::max(wdf, 1u));
    }
    return document;
  }

  std::vector<Xapian::Database> shards_;
  Xapian::Database all_;
};

const Databases& databases() {
  static std::mt19937 random(20200203);
  static const Databases made(random);
  return made;
}

IndexQuery random_query(std::mt19937& random, int depth) {
  const auto part = [&] { return random_query(random, depth + 1); };
  const auto parts = [&] {
    std::vector<IndexQuery> several;
    for (auto left = 2 + random() % 4; left > 0; --left) several.push_back(part());
    return several;
  };
  switch (depth > 3 ? 0 : random() % 12) {
    case 1:
    case 2:
    case 3: return IndexQuery::any(parts());
    case 4: return IndexQuery::all({part(), part()});
    case 5:
    case 6: return IndexQuery::filtered(part(), part());
    case 7: return IndexQuery::except(part(), part());
    case 8: return IndexQuery::scaled(part(), static_cast<double>(random() % 10) / 4);
    case 9: return depth == 0 ? part() : IndexQuery::everything();
    default: return IndexQuery(term_name(random() % (kTerms + 2)));
  }
}

struct Plan {
  MatchPlan plan;
  std::vector<std::vector<PostingList>> lists;  // by shard, then by term

  std::vector<const PostingList*> of_shard(std::size_t shard) const {
    std::vector<const PostingList*> all;
    for (const PostingList& list : lists[shard]) all.push_back(&list);
    return all;
  }
};

Plan planned(const IndexQuery& query) {
  Plan made{plan_of(query), {}};
  std::vector<TermStatistics> statistics(made.plan.terms.size());
  for (const Xapian::Database& shard : databases().shards()) {
    auto& lists = made.lists.emplace_back();
    for (std::size_t i = 0; i < statistics.size(); ++i) {
      lists.push_back(PostingList::read(shard, made.plan.terms[i].text));
      statistics[i].documents += lists.back().size();
      statistics[i].standing += lists.back().standing();
    }
  }
  weigh(made.plan, statistics, databases().all().get_doccount());
  return made;
}

std::vector<Match> matched(const Plan& plan, std::size_t wanted) {
  BestMatches best(wanted);
  const auto shards = static_cast<std::uint32_t>(plan.lists.size());
  for (std::uint32_t shard = 0; shard < shards; ++shard) {
    ShardScan(plan.plan, plan.of_shard(shard), shards, shard).offer_all(best);
  }
  return std::move(best).take();
}

Xapian::MSet matched_by_xapian(const IndexQuery& query, std::size_t wanted) {
  Xapian::Enquire enquire(databases().all());
  enquire.set_query(query.to_xapian());
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.0, 0, 1, 0, 0));
  return enquire.get_mset(0, static_cast<Xapian::doccount>(wanted));
}

std::vector<Match> all_matches_of_xapian(const IndexQuery& query) {
  BestMatches best(databases().all().get_doccount());
  const Xapian::MSet found = matched_by_xapian(query, databases().all().get_doccount());
  for (auto at = found.begin(); at != found.end(); ++at) {
    best.offer({*at, rounded_score(at.get_weight())});
  }
  return std::move(best).take();
}

TEST(Matcher, FindsWhatXapianFindsWithTheSameScoresInTheSameOrder) {
  std::mt19937 random(20200203);
  std::size_t compared = 0;
  std::size_t hits = 0;
  for (int round = 0; round < 400; ++round) {
    const IndexQuery query = random_query(random, 0);
    const Plan plan = planned(query);
    if (!always_scores(plan.plan.root)) continue;
    SCOPED_TRACE(query.to_xapian().get_description());
    const std::vector<Match> all = all_matches_of_xapian(query);
    for (const std::size_t wanted : {1, 10, 100, 5000}) {
      const std::vector<Match> best = matched(plan, wanted);
      ASSERT_EQ(best.size(), std::min(wanted, all.size()));
      for (std::size_t i = 0; i < best.size(); ++i) {
        ASSERT_EQ(best[i].id, all[i].id) << "hit " << i << " of " << wanted;
        ASSERT_NEAR(best[i].score, all[i].score, 2e-9);
      }
    }
    ++compared;
    hits += all.size();
  }
  EXPECT_GT(compared, 100u);
  EXPECT_GT(hits / compared, 100u);
}

TEST(Matcher, LeavesOutTermsThatNoDocumentHas) {
  const IndexQuery common(term_name(kTerms - 1));
  const IndexQuery unknown("nowhere");
  const std::vector<Match> expected = matched(planned(common), 10);
  for (const IndexQuery& query : {IndexQuery::any({common, unknown}),
                                  IndexQuery::any({common, IndexQuery::scaled(unknown, 0.5)}),
                                  IndexQuery::except(common, unknown)}) {
    SCOPED_TRACE(query.to_xapian().get_description());
    const Plan plan = planned(query);
    EXPECT_TRUE(always_scores(plan.plan.root));
    const std::vector<Match> best = matched(plan, 10);
    ASSERT_EQ(best.size(), expected.size());
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].id, expected[i].id);
  }
  EXPECT_TRUE(matched(planned(IndexQuery::all({common, unknown})), 10).empty());
}

TEST(Matcher, FindsAllThatXapianMatches) {
  std::mt19937 random(20200204);
  for (int round = 0; round < 200; ++round) {
    const IndexQuery query = random_query(random, 0);
    SCOPED_TRACE(query.to_xapian().get_description());
    const Plan plan = planned(query);
    std::vector<std::uint32_t> found;
    const auto shards = static_cast<std::uint32_t>(plan.lists.size());
    for (std::uint32_t shard = 0; shard < shards; ++shard) {
      const PostingList everything = PostingList::read(databases().shards()[shard], "");
      for (const std::uint32_t id :
           matching_documents(plan.plan, plan.of_shard(shard), &everything)) {
        found.push_back((id - 1) * shards + shard + 1);
      }
    }
    std::sort(found.begin(), found.end());
    const Xapian::MSet expected = matched_by_xapian(query, databases().all().get_doccount());
    std::vector<std::uint32_t> ids(expected.begin(), expected.end());
    std::sort(ids.begin(), ids.end());
    ASSERT_EQ(found, ids);
  }
}

}  // namespace
}  // namespace gisa
