#include "searcher/match/candidates.h"

#include <algorithm>
#include <cmath>

namespace gisa {

namespace {

// How many the match is asked for at first, and how many times as many when they do not suffice:
// every call runs the match anew.
constexpr Xapian::doccount kFetch = 100;
constexpr Xapian::doccount kFetchGrowth = 5;

// How many are ranked together: the first ones as long as the match gives them a fair share of what
// it gives the best. Below that none climbs to the top (docs/evaluation.md).
constexpr std::size_t kLeastBlock = 20;
constexpr std::size_t kMostBlock = 40;
constexpr double kFairShare = 0.5;

// Scores closer than this are one: a sum of the same terms comes out differently in its last digits
// where a shard adds them up in another order.
constexpr double kScoreUnit = 1e-9;

double rounded(double score) { return std::round(score / kScoreUnit) * kScoreUnit; }

// BM25 with b = 0: the index only proposes, so it need not look up how long a passage is, which is
// half of the match's time. The ranker knows the length.
Xapian::BM25Weight weighting() { return Xapian::BM25Weight(1.0, 0, 1, 0, 0); }

// In no order.
std::vector<Xapian::docid> matched(Database& database, const Xapian::Query& query) {
  return database.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
    std::vector<Xapian::docid> ids;
    for (auto at = found.begin(); at != found.end(); ++at) ids.push_back(*at);
    return ids;
  });
}

}  // namespace

Candidates::Candidates(Database& database, const CompiledQuery& query)
    : database_(database), counted_(query.counted) {
  if (!query.likely.empty()) passes_.push_back(&query.likely);
  passes_.push_back(&query.candidates);
}

std::vector<Candidate> Candidates::next() {
  while (at_ == end_) {
    if (!fetch()) return {};
  }
  std::size_t end = std::min(at_ + kLeastBlock, end_);
  if (first_block_) {
    const double fair = kFairShare * waiting_.front().score;
    while (end < end_ && end < kMostBlock && waiting_[end].score >= fair) ++end;
  }
  first_block_ = false;
  const std::vector<Candidate> block(waiting_.begin() + static_cast<std::ptrdiff_t>(at_),
                                     waiting_.begin() + static_cast<std::ptrdiff_t>(end));
  at_ = end;
  return block;
}

std::vector<Xapian::docid> Candidates::rest() {
  std::vector<Xapian::docid> ids;
  for (; at_ < waiting_.size(); ++at_) ids.push_back(waiting_[at_].id);
  end_ = at_;
  if (pass_ == passes_.size()) return ids;
  pass_ = passes_.size();
  std::vector<Candidate> others;
  for (const Xapian::docid id : matched(database_, counted_)) others.push_back({id});
  forget_old(others);
  for (const Candidate& candidate : others) ids.push_back(candidate.id);
  return ids;
}

bool Candidates::fetch() {
  if (pass_ == passes_.size()) return false;
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at_));
  at_ = 0;
  std::vector<Candidate> more;
  // From the first one on: between equals, a longer match may choose in another order, so that what
  // it gives behind the last ones need not be all the others.
  const Xapian::doccount wanted = fetched_ == 0 ? kFetch : kFetchGrowth * fetched_;
  const Xapian::doccount got = database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(*passes_[pass_]);
    enquire.set_weighting_scheme(weighting());
    // Document numbers depend on the history of a database; its answers must not.
    enquire.set_sort_by_relevance_then_value(schema::kArticleKeySlot, false);
    const Xapian::MSet found = enquire.get_mset(0, wanted);
    more.clear();
    for (auto at = found.begin(); at != found.end(); ++at) {
      more.push_back({*at, rounded(at.get_weight()), at.get_sort_key()});
    }
    return found.size();
  });
  forget_old(more);
  waiting_.insert(waiting_.end(), more.begin(), more.end());
  put_in_order(got == wanted);
  fetched_ = got;
  if (got < wanted) {
    ++pass_;
    fetched_ = 0;
  }
  return true;
}

// What has the score of the last one waits for others that may have it, too; but not if all have.
void Candidates::put_in_order(bool more_to_come) {
  std::stable_sort(waiting_.begin(), waiting_.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
  });
  end_ = waiting_.size();
  if (!more_to_come) return;
  while (end_ > 0 && waiting_[end_ - 1].score == waiting_.back().score) --end_;
  if (end_ == 0) end_ = waiting_.size();
}

void Candidates::forget_old(std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return database_.is_deleted(candidate.id) || !seen_.insert(candidate.id).second;
  });
}

std::vector<std::string> values_of(Database& database, const std::vector<Xapian::docid>& passages,
                                   schema::Slot slot) {
  const auto is_server = [](std::string_view address) { return address.starts_with("tcp:"); };
  const std::vector<std::string>& addresses = database.addresses();
  if (std::any_of(addresses.begin(), addresses.end(), is_server)) return {};
  return database.read([&](Xapian::Database& db) {
    std::vector<std::string> values(passages.size());
    auto at = db.valuestream_begin(slot);
    const auto end = db.valuestream_end(slot);
    for (std::size_t i = 0; i < passages.size() && at != end; ++i) {
      at.skip_to(passages[i]);
      if (at != end && at.get_docid() == passages[i]) values[i] = *at;
    }
    return values;
  });
}

}  // namespace gisa
