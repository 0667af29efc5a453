#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"
#include "searcher/postings/index_query.h"

namespace gisa {

// Hands out the passages that can answer a query and have a date, moment by moment: all those of
// one date, as precise as it is known, at a time. Within a moment they are in no order.
class DatedPassages {
 public:
  // `candidates` matches every passage that can answer. Both must outlive the object.
  DatedPassages(Database& database, const IndexQuery& candidates, bool newest_first);

  // The passages of the next moment that has some; empty at the end. Throws gisa::Error if the
  // database cannot be read.
  std::vector<Xapian::docid> next();

  // What the others, those without a date, match.
  static IndexQuery undated(const IndexQuery& candidates);

 private:
  struct Dated {
    Xapian::docid id;
    std::string date;
  };

  bool fetch();

  Database& database_;
  IndexQuery dated_;
  bool newest_first_;
  std::vector<Dated> waiting_;
  std::size_t at_ = 0;  // into waiting_
  Xapian::doccount fetched_ = 0;
  bool all_fetched_ = false;
};

}  // namespace gisa
