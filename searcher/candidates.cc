#include "searcher/candidates.h"

#include <algorithm>

#include "common/schema.h"

namespace gisa {

namespace {

// How many the match is asked for at first, and how many times more when they do not suffice: every
// call runs the match anew.
constexpr Xapian::doccount kFetch = 100;
constexpr Xapian::doccount kFetchGrowth = 4;

// How many are ranked together: the first ones as long as the match gives them a fair share of what
// it gives the best. Below that none climbs to the top (docs/evaluation.md).
constexpr std::size_t kLeastBlock = 20;
constexpr std::size_t kMostBlock = 40;
constexpr double kFairShare = 0.5;

// BM25 with b = 0: the index only proposes, so it need not look up how long a passage is, which is
// half of the match's time. The ranker knows the length.
Xapian::BM25Weight weighting() { return Xapian::BM25Weight(1.0, 0, 1, 0, 0); }

}  // namespace

Candidates::Candidates(Database& database, const CompiledQuery& query) : database_(database) {
  if (query.likely.empty()) {
    passes_ = {&query.candidates};
  } else {
    passes_ = {&query.likely, &query.candidates};
  }
}

std::vector<Candidate> Candidates::next() {
  while (at_ == waiting_.size()) {
    if (!fetch()) return {};
  }
  std::size_t end = std::min(at_ + kLeastBlock, waiting_.size());
  if (first_block_) {
    const double fair = kFairShare * waiting_.front().score;
    while (end < waiting_.size() && end < kMostBlock && waiting_[end].score >= fair) ++end;
  }
  first_block_ = false;
  const std::vector<Candidate> block(waiting_.begin() + static_cast<std::ptrdiff_t>(at_),
                                     waiting_.begin() + static_cast<std::ptrdiff_t>(end));
  at_ = end;
  return block;
}

void Candidates::give_up_likely() {
  if (pass_ + 1 >= passes_.size()) return;
  for (std::size_t i = at_; i < waiting_.size(); ++i) seen_.erase(waiting_[i].id);
  waiting_.clear();
  at_ = 0;
  fetched_ = 0;
  ++pass_;
}

std::vector<Xapian::docid> Candidates::rest() {
  give_up_likely();
  std::vector<Xapian::docid> ids;
  for (; at_ < waiting_.size(); ++at_) ids.push_back(waiting_[at_].id);
  if (pass_ == passes_.size()) return ids;
  pass_ = passes_.size();
  std::vector<Candidate> others = database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(*passes_.back());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
    std::vector<Candidate> all;
    for (auto at = found.begin(); at != found.end(); ++at) all.push_back({*at, 0});
    return all;
  });
  forget_old(others);
  for (const Candidate& candidate : others) ids.push_back(candidate.id);
  return ids;
}

std::size_t Candidates::estimate() {
  return database_.read([&](Xapian::Database& db) -> std::size_t {
    Xapian::Enquire enquire(db);
    enquire.set_query(*passes_.back());
    return enquire.get_mset(0, 0).get_matches_estimated();
  });
}

bool Candidates::fetch() {
  if (pass_ == passes_.size()) return false;
  waiting_.clear();
  at_ = 0;
  const Xapian::doccount wanted = fetched_ == 0 ? kFetch : kFetchGrowth * fetched_;
  const Xapian::doccount got = database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(*passes_[pass_]);
    enquire.set_weighting_scheme(weighting());
    // Document numbers depend on the history of a database; its answers must not.
    enquire.set_sort_by_relevance_then_value(schema::kArticleKeySlot, false);
    const Xapian::MSet found = enquire.get_mset(fetched_, wanted);
    waiting_.clear();
    for (auto at = found.begin(); at != found.end(); ++at) {
      waiting_.push_back({*at, at.get_weight()});
    }
    return found.size();
  });
  forget_old(waiting_);
  fetched_ += got;
  if (got < wanted) {
    ++pass_;
    fetched_ = 0;
  }
  return true;
}

void Candidates::forget_old(std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return database_.retired().contains(candidate.id) || !seen_.insert(candidate.id).second;
  });
}

}  // namespace gisa
