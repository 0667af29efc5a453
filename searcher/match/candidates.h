#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/database/database.h"
#include "common/database/schema.h"
#include "searcher/match/compiled_query.h"
#include "searcher/postings/matcher.h"

namespace gisa {

// A passage that the index proposes.
struct Candidate {
  Xapian::docid id = 0;
  double score = 0;      // of the match
  std::string key = {};  // of its article; empty as long as nobody asked
};

// Hands out the passages that can answer a query, each once, block by block: first the likely ones,
// then the others. What comes when does not depend on how many are taken, so that pages of a result
// fit together. Of those with one score, that with the lower key of its article comes first.
class Candidates {
 public:
  // Both must outlive the object.
  Candidates(Database& database, const CompiledQuery& query);

  // The next block; empty at the end. Throws gisa::Error if the database cannot be read.
  std::vector<Candidate> next();

  // All that next() has not handed out, in the order of their numbers; after them is the end.
  std::vector<Xapian::docid> rest();

  // All that CompiledQuery::counted of `query` matches, whatever was handed out, in the order of
  // their numbers.
  std::vector<Xapian::docid> all(const CompiledQuery& query);

  // All that `query` matches, in the order of their numbers.
  std::vector<Xapian::docid> matching(const IndexQuery& query);

 private:
  bool fetch();
  std::vector<Candidate> matched(Xapian::doccount wanted);
  std::vector<Candidate> matched_by_xapian(Xapian::doccount wanted);
  void put_in_order(bool more_to_come);
  void order_equals_at(std::size_t end);
  void look_up_keys(std::size_t begin, std::size_t end);
  void forget_old(std::vector<Candidate>& candidates);

  Database& database_;
  Matcher matcher_;
  const IndexQuery& counted_;
  bool keys_in_match_;  // the match itself orders what has one score
  std::vector<const IndexQuery*> passes_;
  std::size_t pass_ = 0;
  Xapian::doccount fetched_ = 0;  // in this pass
  std::vector<Candidate> waiting_;
  std::size_t at_ = 0;       // into waiting_
  std::size_t end_ = 0;      // of what may be handed out before the next fetch
  std::size_t ordered_ = 0;  // up to here in the order of the keys, too
  bool first_block_ = true;
  std::unordered_set<Xapian::docid> seen_;
};

// The values of `slot` of passages (ascending); nothing if a part of the database is a server, of
// which each would have to be asked for. Throws gisa::Error if the database cannot be read.
std::vector<std::string> values_of(Database& database, const std::vector<Xapian::docid>& passages,
                                   schema::Slot slot);

// Of the article of each passage, as schema::hash() of its id; nothing where values_of() has none.
std::vector<std::uint64_t> article_hashes_of(Database& database,
                                             const std::vector<Xapian::docid>& passages);

}  // namespace gisa
