#include "searcher/postings/matcher.h"

#include <algorithm>

#include "searcher/cache/index_cache.h"
#include "searcher/postings/matching_documents.h"
#include "searcher/postings/shard_scan.h"

namespace gisa {

namespace {

PostingList read_list(const std::string& term, const Shard& shard) {
  if (shard.postings() != nullptr) {
    if (auto list = PostingList::read(*shard.postings(), term)) return *std::move(list);
  }
  return PostingList::read(shard.database(), term);
}

// From memory, if it is kept there.
std::shared_ptr<const PostingList> list_of(const std::string& term, const Shard& shard) {
  IndexCache& cache = IndexCache::of_process();
  if (auto kept = cache.find<PostingList>(shard.snapshot(), term)) return kept;
  auto list = std::make_shared<const PostingList>(read_list(term, shard));
  cache.keep(shard.snapshot(), term, list, list->bytes());
  return list;
}

}  // namespace

std::optional<std::vector<Match>> Matcher::best(const IndexQuery& query, std::size_t wanted) {
  if (!database_.is_local() || !is_plannable(query)) return std::nullopt;
  MatchPlan plan = plan_of(query);
  if (plan.terms.size() > ShardScan::kMostTerms) return std::nullopt;
  if (!always_scores(plan.root)) return std::nullopt;
  if (!weigh(plan) || !always_scores(plan.root)) return std::nullopt;
  const std::size_t shards = database_.shards().size();
  BestMatches best(wanted);
  for (std::size_t shard = 0; shard < shards; ++shard) {
    ShardScan(plan, lists(plan, shard), static_cast<std::uint32_t>(shards),
              static_cast<std::uint32_t>(shard))
        .offer_all(best);
  }
  return std::move(best).take();
}

std::optional<std::vector<Xapian::docid>> Matcher::all(const IndexQuery& query) {
  if (!database_.is_local() || !is_plannable(query)) return std::nullopt;
  const MatchPlan plan = plan_of(query);
  const std::size_t shards = database_.shards().size();
  std::vector<Xapian::docid> ids;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    const PostingList* const everything =
        plan.has_everything ? lists(std::string())[shard].get() : nullptr;
    for (const std::size_t id : matching_documents(plan, lists(plan, shard), everything)) {
      ids.push_back(static_cast<Xapian::docid>((id - 1) * shards + shard + 1));
    }
  }
  if (shards > 1) std::sort(ids.begin(), ids.end());
  return ids;
}

// False if a term scores in a part of its documents only.
bool Matcher::weigh(MatchPlan& plan) {
  std::vector<TermStatistics> statistics;
  for (const MatchPlan::Term& term : plan.terms) {
    TermStatistics& of_term = statistics.emplace_back();
    for (const auto& list : lists(term.text)) {
      of_term.documents += list->size();
      of_term.standing += list->standing();
    }
    if (of_term.standing > 0 && of_term.standing < of_term.documents) return false;
  }
  const std::size_t documents =
      database_.read([](Xapian::Database& db) { return db.get_doccount(); });
  gisa::weigh(plan, statistics, documents);
  return true;
}

std::vector<const PostingList*> Matcher::lists(const MatchPlan& plan, std::size_t shard) {
  std::vector<const PostingList*> of_shard;
  for (const MatchPlan::Term& term : plan.terms) {
    of_shard.push_back(lists(term.text)[shard].get());
  }
  return of_shard;
}

const Matcher::Lists& Matcher::lists(const std::string& term) {
  const auto known = lists_.find(term);
  if (known != lists_.end()) return known->second;
  Lists lists = database_.read([&](Xapian::Database&) {
    Lists read;
    for (const Shard& shard : database_.shards()) read.push_back(list_of(term, shard));
    return read;
  });
  return lists_.emplace(term, std::move(lists)).first->second;
}

}  // namespace gisa
