#pragma once

#include <string>
#include <utility>

namespace gisa {

// How much of its score an article keeps by its age, when recent news are wanted:
//
//   kept(age) = 1/2 + 1/2 * 2^(-age / half_life)
//
// The decaying half is the exponential prior that Li and Croft (Time-based language models, CIKM
// 2003) put on a document's age. The constant half is the bound: an article twice as good as a new
// one never falls behind it, however old, so that the answer to a question about the past stays
// within reach. Ages are in days from the newest article of the database, or from today if that
// article claims to be of tomorrow: an archive of 2020 has its recent news, too. An article without
// a date is as old as can be; one dated to the month or year as old as it may be.
class Recency {
 public:
  // `half_life` in days, 1 at least; `newest` is the day that ages are counted from, 2020-02-03.
  Recency(int half_life, std::string newest) : half_life_(half_life), newest_(std::move(newest)) {}

  // From 1/2 to 1. `date` is an article's, in ISO 8601, or empty.
  double kept(const std::string& date) const;

 private:
  int half_life_;
  std::string newest_;
};

}  // namespace gisa
