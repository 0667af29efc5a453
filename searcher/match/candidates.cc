#include "searcher/match/candidates.h"

#include <algorithm>
#include <optional>

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

// BM25 with b = 0: the index only proposes, so it need not look up how long a passage is, which is
// half of the match's time. The ranker knows the length. Matcher weighs in the same way.
Xapian::BM25Weight weighting() { return Xapian::BM25Weight(1.0, 0, 1, 0, 0); }

std::vector<Xapian::docid> matched_by_xapian(Database& database, const IndexQuery& query) {
  return database.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(query.to_xapian());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
    std::vector<Xapian::docid> ids(found.begin(), found.end());
    std::sort(ids.begin(), ids.end());
    return ids;
  });
}

// What `of` makes of the values of `slot` of passages (ascending); nothing if a part of the
// database is a server.
template <typename Of>
auto made_of_values(Database& database, const std::vector<Xapian::docid>& passages,
                    schema::Slot slot, Of of) {
  std::vector<decltype(of(std::string()))> made;
  if (!database.is_local()) return made;
  return database.read([&](Xapian::Database& db) {
    made.assign(passages.size(), of(std::string()));
    auto at = db.valuestream_begin(slot);
    const auto end = db.valuestream_end(slot);
    for (std::size_t i = 0; i < passages.size() && at != end; ++i) {
      at.skip_to(passages[i]);
      if (at != end && at.get_docid() == passages[i]) made[i] = of(*at);
    }
    return made;
  });
}

}  // namespace

Candidates::Candidates(Database& database, const CompiledQuery& query)
    : database_(database),
      matcher_(database),
      counted_(query.counted),
      keys_in_match_(!database.is_local()) {
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
  order_equals_at(end);
  const std::vector<Candidate> block(waiting_.begin() + static_cast<std::ptrdiff_t>(at_),
                                     waiting_.begin() + static_cast<std::ptrdiff_t>(end));
  at_ = end;
  return block;
}

std::vector<Xapian::docid> Candidates::rest() {
  std::vector<Xapian::docid> ids;
  for (; at_ < waiting_.size(); ++at_) ids.push_back(waiting_[at_].id);
  end_ = at_;
  if (pass_ < passes_.size()) {
    for (const Xapian::docid id : matching(counted_)) {
      if (seen_.insert(id).second) ids.push_back(id);
    }
  }
  pass_ = passes_.size();
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<Xapian::docid> Candidates::all(const CompiledQuery& query) {
  return matching(query.counted);
}

// All passages that match, save the deleted ones.
std::vector<Xapian::docid> Candidates::matching(const IndexQuery& query) {
  std::optional<std::vector<Xapian::docid>> matched = matcher_.all(query);
  std::vector<Xapian::docid> ids =
      matched ? std::move(*matched) : gisa::matched_by_xapian(database_, query);
  std::erase_if(ids, [&](Xapian::docid id) { return database_.is_deleted(id); });
  return ids;
}

bool Candidates::fetch() {
  if (pass_ == passes_.size()) return false;
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at_));
  at_ = 0;
  // From the first one on: between equals, a longer match may choose in another order, so that what
  // it gives behind the last ones need not be all the others.
  const Xapian::doccount wanted = fetched_ == 0 ? kFetch : kFetchGrowth * fetched_;
  std::vector<Candidate> more = matched(wanted);
  // Which of the equals come first is for the keys to say, all of them.
  const bool all_equal = !more.empty() && more.front().score == more.back().score;
  if (!keys_in_match_ && all_equal && (more.size() == wanted || more.front().score == 0)) {
    keys_in_match_ = true;
    more = matched(wanted);
  }
  const auto got = static_cast<Xapian::doccount>(more.size());
  forget_old(more);
  waiting_.insert(waiting_.end(), more.begin(), more.end());
  put_in_order(got == wanted);
  ordered_ = 0;
  fetched_ = got;
  if (got < wanted) {
    ++pass_;
    fetched_ = 0;
  }
  return true;
}

// The best ones of this pass, from the best on.
std::vector<Candidate> Candidates::matched(Xapian::doccount wanted) {
  const auto best = keys_in_match_ ? std::nullopt : matcher_.best(*passes_[pass_], wanted);
  if (!best) return matched_by_xapian(wanted);
  std::vector<Candidate> candidates;
  for (const Match& match : *best) candidates.push_back({match.id, match.score});
  return candidates;
}

// To look up the key of each that is not beaten, as Xapian does to order by it, takes as long as
// the rest of the match.
std::vector<Candidate> Candidates::matched_by_xapian(Xapian::doccount wanted) {
  return database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(passes_[pass_]->to_xapian());
    enquire.set_weighting_scheme(weighting());
    // Document numbers depend on the history of a database; its answers must not.
    if (keys_in_match_) enquire.set_sort_by_relevance_then_value(schema::kArticleKeySlot, false);
    const Xapian::MSet found = enquire.get_mset(0, wanted);
    std::vector<Candidate> candidates;
    for (auto at = found.begin(); at != found.end(); ++at) {
      candidates.push_back({*at, rounded_score(at.get_weight()), at.get_sort_key()});
    }
    return candidates;
  });
}

// What has the score of the last one waits for others that may have it, too; but not if all have.
void Candidates::put_in_order(bool more_to_come) {
  std::sort(waiting_.begin(), waiting_.end(), [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.key != b.key ? a.key < b.key : a.id < b.id;
  });
  end_ = waiting_.size();
  if (more_to_come) {
    while (end_ > 0 && waiting_[end_ - 1].score == waiting_.back().score) --end_;
  }
  if (end_ == 0) end_ = waiting_.size();
}

// Has those of one score that a block's end would part in the order of their keys.
void Candidates::order_equals_at(std::size_t end) {
  if (end == end_ || end < ordered_ || waiting_[end - 1].score != waiting_[end].score) return;
  const double score = waiting_[end].score;
  std::size_t first = end;
  while (first > at_ && waiting_[first - 1].score == score) --first;
  std::size_t last = end;
  while (last < end_ && waiting_[last].score == score) ++last;
  look_up_keys(first, last);
  std::sort(waiting_.begin() + static_cast<std::ptrdiff_t>(first),
            waiting_.begin() + static_cast<std::ptrdiff_t>(last),
            [](const Candidate& a, const Candidate& b) {
              return a.key != b.key ? a.key < b.key : a.id < b.id;
            });
  ordered_ = last;
}

// Of those that have none, which are in the order of their numbers.
void Candidates::look_up_keys(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> places;
  std::vector<Xapian::docid> ids;
  for (std::size_t i = begin; i < end; ++i) {
    if (!waiting_[i].key.empty()) continue;
    places.push_back(i);
    ids.push_back(waiting_[i].id);
  }
  if (ids.empty() || keys_in_match_) return;
  std::vector<std::string> keys = values_of(database_, ids, schema::kArticleKeySlot);
  for (std::size_t i = 0; i < places.size(); ++i) waiting_[places[i]].key = std::move(keys[i]);
}

void Candidates::forget_old(std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return database_.is_deleted(candidate.id) || !seen_.insert(candidate.id).second;
  });
}

std::vector<std::string> values_of(Database& database, const std::vector<Xapian::docid>& passages,
                                   schema::Slot slot) {
  return made_of_values(database, passages, slot, [](std::string value) { return value; });
}

std::vector<std::uint64_t> article_hashes_of(Database& database,
                                             const std::vector<Xapian::docid>& passages) {
  return made_of_values(database, passages, schema::kArticleKeySlot, schema::hash_of_key);
}

}  // namespace gisa
