#include "searcher/match/dated_passages.h"

#include "common/database/schema.h"

namespace gisa {

namespace {

// How many the match is asked for at first, and how many times as many as there are when they do
// not suffice: every call runs the match anew.
constexpr Xapian::doccount kFetch = 500;
constexpr Xapian::doccount kFetchGrowth = 4;

IndexQuery with_a_date() {
  return IndexQuery::other(Xapian::Query(Xapian::Query::OP_VALUE_GE, schema::kDateSlot, "0"));
}

}  // namespace

DatedPassages::DatedPassages(Database& database, const IndexQuery& candidates, bool newest_first)
    : database_(database),
      dated_(IndexQuery::filtered(candidates, with_a_date())),
      newest_first_(newest_first) {}

std::vector<Xapian::docid> DatedPassages::next() {
  std::vector<Xapian::docid> moment;
  std::string date;
  while (true) {
    for (; at_ < waiting_.size(); ++at_) {
      if (!moment.empty() && waiting_[at_].date != date) return moment;
      date = waiting_[at_].date;
      moment.push_back(waiting_[at_].id);
    }
    if (!fetch()) return moment;
  }
}

IndexQuery DatedPassages::undated(const IndexQuery& candidates) {
  return IndexQuery::except(candidates, with_a_date());
}

bool DatedPassages::fetch() {
  if (all_fetched_) return false;
  const Xapian::doccount wanted = fetched_ == 0 ? kFetch : kFetchGrowth * fetched_;
  database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(dated_.to_xapian());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(schema::kDateSlot, newest_first_);
    const Xapian::MSet found = enquire.get_mset(fetched_, wanted);
    waiting_.clear();
    for (auto at = found.begin(); at != found.end(); ++at) {
      if (!database_.is_deleted(*at)) waiting_.push_back({*at, at.get_sort_key()});
    }
    fetched_ += found.size();
    all_fetched_ = found.size() < wanted;
    return 0;
  });
  at_ = 0;
  return true;
}

}  // namespace gisa
