#pragma once

#include <string>
#include <vector>

#include "common/database/database.h"
#include "common/store/stored_passage.h"
#include "searcher/postings/index_query.h"

// What an article must be like to be found, whatever it says: its press, its date.
namespace gisa {

// What the index proposes for a filter.
struct FilterCandidates {
  IndexQuery query;
  bool exact = false;  // it matches no other passages than those that pass the filter
};

// Every passage whose article has `value` in `field`, perhaps more; they gain nothing by it. Throws
// gisa::Error if the database cannot be read.
FilterCandidates filter_candidates(Database& database, const std::string& field,
                                   const std::string& value);

// Whether this is such a passage. A value that ends in a star must be how the field begins.
bool passes_filter(const StoredPassage& passage, const std::string& field,
                   const std::string& value);

// Every passage whose article the facet `facet` counts under one of `values`, as above.
FilterCandidates facet_candidates(const std::string& facet, const std::vector<std::string>& values);

bool is_counted_under(const Article& article, const std::string& facet,
                      const std::vector<std::string>& values);

// Every passage of an article that was issued from the day `first` to the day `last`, and no other.
FilterCandidates date_candidates(Database& database, const std::string& first,
                                 const std::string& last);

// Whether an article of that date was issued within these days for certain: 2020-02 is within
// 2020-02-01 to 2020-02-29, 2020 is not, nor is an article without a date.
bool issued_within(const std::string& date, const std::string& first, const std::string& last);

}  // namespace gisa
