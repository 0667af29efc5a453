#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "common/database.h"
#include "searcher/compile.h"

namespace gisa {

// A passage that the index proposes.
struct Candidate {
  Xapian::docid id = 0;
  double score = 0;  // of the match
};

// Hands out the passages that can answer a query, each once, block by block, the likeliest first.
// Blocks do not depend on how many are taken, so that pages of a result fit together.
class Candidates {
 public:
  // Both must outlive the object.
  Candidates(Database& database, const CompiledQuery& query);

  // The next block; empty at the end. Throws gisa::Error if the database cannot be read.
  std::vector<Candidate> next();

  // Passages that the index proposes, as far as it knows.
  std::size_t estimate() const { return estimate_; }

 private:
  bool fetch();

  Database& database_;
  std::vector<const Xapian::Query*> passes_;
  std::size_t pass_ = 0;
  Xapian::doccount fetched_ = 0;  // in this pass
  std::vector<Candidate> waiting_;
  std::size_t at_ = 0;  // into waiting_
  bool first_block_ = true;
  std::unordered_set<Xapian::docid> seen_;
  std::size_t estimate_ = 0;
};

}  // namespace gisa
