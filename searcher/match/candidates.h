#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/database/database.h"
#include "common/database/schema.h"
#include "searcher/match/compiled_query.h"

namespace gisa {

// A passage that the index proposes.
struct Candidate {
  Xapian::docid id = 0;
  double score = 0;      // of the match
  std::string key = {};  // of its article, in the order of which those of one score come
};

// Hands out the passages that can answer a query, each once, block by block: first the likely ones,
// then the others. What comes when does not depend on how many are taken, so that pages of a result
// fit together.
class Candidates {
 public:
  // Both must outlive the object.
  Candidates(Database& database, const CompiledQuery& query);

  // The next block; empty at the end. Throws gisa::Error if the database cannot be read.
  std::vector<Candidate> next();

  // All that next() has not handed out, in no order; after them is the end.
  std::vector<Xapian::docid> rest();

 private:
  bool fetch();
  void put_in_order(bool more_to_come);
  void forget_old(std::vector<Candidate>& candidates);

  Database& database_;
  const Xapian::Query& counted_;
  std::vector<const Xapian::Query*> passes_;
  std::size_t pass_ = 0;
  Xapian::doccount fetched_ = 0;  // in this pass
  std::vector<Candidate> waiting_;
  std::size_t at_ = 0;   // into waiting_
  std::size_t end_ = 0;  // of what may be handed out before the next fetch
  bool first_block_ = true;
  std::unordered_set<Xapian::docid> seen_;
};

// The values of `slot` of passages (ascending); nothing if a part of the database is a server, of
// which each would have to be asked for. Throws gisa::Error if the database cannot be read.
std::vector<std::string> values_of(Database& database, const std::vector<Xapian::docid>& passages,
                                   schema::Slot slot);

}  // namespace gisa
