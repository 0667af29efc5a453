#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/database/database.h"
#include "searcher/postings/best_matches.h"
#include "searcher/postings/index_query.h"
#include "searcher/postings/match_plan.h"
#include "searcher/postings/posting_list.h"

namespace gisa {

// Matches queries over the posting lists of a database that is here, without Xapian's matcher:
// every list is read once, whole, and the scores of a window of documents are added up list by
// list. Scores are those of Xapian's BM25Weight with k1 1 and b 0. A list that was read lasts as
// long as the object, which must see one snapshot, and may be kept for others by the process's
// IndexCache. One thread at a time.
class Matcher {
 public:
  // The database must outlive the object.
  explicit Matcher(Database& database) : database_(database) {}

  // The best matches, at most `wanted`, from the best on, and of equal scores in the order of their
  // numbers. Nothing where it is for Xapian to match: a part of the database is elsewhere, only
  // Xapian knows a part of the query, or a match may score nothing. Throws gisa::Error if the
  // database cannot be read.
  std::optional<std::vector<Match>> best(const IndexQuery& query, std::size_t wanted);

  // All matches, in the order of their numbers. Nothing as above, but that a match may score
  // nothing.
  std::optional<std::vector<Xapian::docid>> all(const IndexQuery& query);

 private:
  using Lists = std::vector<std::shared_ptr<const PostingList>>;  // of a term, by shard

  bool weigh(MatchPlan& plan);
  std::vector<const PostingList*> lists(const MatchPlan& plan, std::size_t shard);
  const Lists& lists(const std::string& term);

  Database& database_;
  std::unordered_map<std::string, Lists> lists_;  // by term
};

}  // namespace gisa
